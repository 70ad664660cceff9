package org.bayeux.jaxrs;

import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * The JAX-RS application of the transport, named to the server's servlet by {@link RestServlet}. It has no path of its
 * own, so that no server scans it, and lists all it consists of, so that nothing of the web application gets in.
 */
public final class LongPollingApplication extends Application {

    /** Made by the server. */
    public LongPollingApplication() {}

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(RootResource.type(), RefusalMapper.class);
    }

    /** Other servers ignore the properties of Jersey. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // no providers of the web application, and no validation or tracing around each poll
                "jersey.config.server.disableAutoDiscovery", true,
                // no description of the resource in answer to OPTIONS
                "jersey.config.server.wadl.disableWadl", true,
                // no HTML pages
                "jersey.config.server.response.setStatusOverSendError", true);
    }
}
