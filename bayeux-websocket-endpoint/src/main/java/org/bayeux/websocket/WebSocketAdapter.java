package org.bayeux.websocket;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.time.Duration;
import java.util.EnumSet;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.cdi.spi.TransportAdapter;
import org.bayeux.server.config.ServerConfig;
import org.jspecify.annotations.Nullable;

/**
 * Opens the WebSocket transport at the path of the server, the same that HTTP requests use.
 *
 * <p>Confined to the threads that start and stop the web application, which call one after another.
 */
public final class WebSocketAdapter implements TransportAdapter {

    private static final String FILTER_NAME = "bayeux-websocket-upgrade";

    /** Undeploying must not hang on clients that do not answer a close. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final UpgradeFilter upgrades = new UpgradeFilter();
    private @Nullable Endpoints endpoints;
    private @Nullable UpgradeConfigurator configurator;

    @Override
    public void register(ServletContext context, String path) throws ServletException {
        FilterRegistration.Dynamic filter = context.addFilter(FILTER_NAME, upgrades);
        if (filter == null) {
            throw new ServletException(WebSocketLog.FILTER_NAME_TAKEN + ": there is a filter named " + FILTER_NAME
                    + " already: rename it");
        }
        filter.setAsyncSupported(true);
        // Before the filters of the application, and so before the one by which some servers do the upgrade.
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, path);
    }

    @Override
    public void start(ServletContext context, BayeuxApplication application) throws ServletException {
        if (!application.engine().config().allowedTransports().contains(ServerConfig.WEBSOCKET)) {
            return;
        }
        if (!(context.getAttribute(ServerContainer.class.getName()) instanceof ServerContainer container)) {
            WebSocketLog.noContainer();
            return;
        }
        Endpoints shared = new Endpoints(context, application, new OpenSockets());
        endpoints = shared;
        upgrades.start(shared.originCheck(), shared.upgradeCookie());
        configurator = new UpgradeConfigurator(upgrades, shared);
        try {
            container.addEndpoint(ServerEndpointConfig.Builder.create(BayeuxEndpoint.class, application.path())
                    .configurator(configurator)
                    .build());
        } catch (DeploymentException e) {
            throw new ServletException(
                    WebSocketLog.NO_ENDPOINT + ": no WebSocket endpoint at " + application.path(), e);
        }
    }

    @Override
    public void stop() {
        upgrades.stop();
        if (endpoints != null) {
            endpoints.closeAll(LONGEST_STOP);
            endpoints = null;
        }
        if (configurator != null) {
            configurator.stop();
            configurator = null;
        }
    }
}
