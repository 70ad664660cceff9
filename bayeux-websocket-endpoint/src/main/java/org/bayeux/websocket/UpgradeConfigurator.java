package org.bayeux.websocket;

import jakarta.servlet.ServletContext;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/**
 * Performs upgrades: keeps what is known of the request for the endpoint, and makes the endpoint.
 *
 * <p>Thread-safe. The container gives each upgrade its own user properties and copies them into the session.
 */
final class UpgradeConfigurator extends ServerEndpointConfig.Configurator {

    private final ServletContext servletContext;
    private final UpgradeFilter upgrades;
    private final Endpoints endpoints;

    UpgradeConfigurator(ServletContext servletContext, UpgradeFilter upgrades, Endpoints endpoints) {
        this.servletContext = servletContext;
        this.upgrades = upgrades;
        this.endpoints = endpoints;
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties()
                .put(SocketContext.PROPERTY, SocketContext.of(servletContext, request, upgrades.current()));
    }

    @Override
    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
        return super.getNegotiatedExtensions(installed, requested).stream()
                .filter(it -> endpoints.isEnabled(it.getName()))
                .toList();
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpointClass) {
        return endpointClass.cast(endpoints.create());
    }
}
