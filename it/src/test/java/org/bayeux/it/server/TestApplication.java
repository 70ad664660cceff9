package org.bayeux.it.server;

import java.net.URI;

/**
 * An application on a running server.
 *
 * @param server where it runs
 * @param name its context root without slashes
 */
public record TestApplication(TestServer server, String name) {

    /** The root of the application, without a slash at the end. */
    public URI url() {
        return URI.create(server.url() + "/" + name);
    }

    /** Where the Bayeux server answers HTTP. */
    public URI bayeux() {
        return URI.create(url() + "/cometd");
    }

    /** The same place for WebSocket. */
    public URI bayeuxWebSocket() {
        return URI.create(bayeux().toString().replaceFirst("^http", "ws"));
    }

    /** Its own REST resource, if it is made of package {@code org.bayeux.it.app}. */
    public Control control() {
        return new Control(URI.create(url() + "/control"));
    }
}
