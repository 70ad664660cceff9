package org.bayeux.websocket;

import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Performs upgrades: keeps what is known of the request for the endpoint, and makes the endpoint.
 *
 * <p>Thread-safe: {@code endpoints} is written once more when the server stops. The container gives each upgrade its own user properties and copies them into the session.
 */
final class UpgradeConfigurator extends ServerEndpointConfig.Configurator {

    private final UpgradeFilter upgrades;
    private volatile @Nullable Endpoints endpoints;

    UpgradeConfigurator(UpgradeFilter upgrades, Endpoints endpoints) {
        this.upgrades = upgrades;
        this.endpoints = endpoints;
    }

    /** Lets the server go: containers keep configurators, some of them longer than the web application lives. */
    void stop() {
        endpoints = null;
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties().put(SocketContext.PROPERTY, running().contextOf(request, upgrades.current()));
    }

    @Override
    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
        return super.getNegotiatedExtensions(installed, requested).stream()
                .filter(it -> running().isEnabled(it.getName()))
                .toList();
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpointClass) {
        return endpointClass.cast(running().create());
    }

    private Endpoints running() {
        Endpoints found = endpoints;
        if (found == null) {
            throw new IllegalStateException("The Bayeux server of this web application has stopped");
        }
        return found;
    }
}
