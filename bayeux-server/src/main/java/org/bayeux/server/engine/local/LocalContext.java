package org.bayeux.server.engine.local;

import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.api.server.BayeuxContext;
import org.jspecify.annotations.Nullable;

/**
 * Where messages of a client in this process come from: no request, no user, no address. Attributes of the request last as
 * long as the client, as over WebSocket, so that code which keeps something there works for all clients.
 *
 * <p>Thread-safe.
 */
final class LocalContext implements BayeuxContext {

    private final Map<String, Object> attributes = new ConcurrentHashMap<>();

    @Override
    public @Nullable Principal getUserPrincipal() {
        return null;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public @Nullable InetSocketAddress getRemoteAddress() {
        return null;
    }

    @Override
    public @Nullable InetSocketAddress getLocalAddress() {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return null;
    }

    @Override
    public List<String> getHeaderValues(String name) {
        return List.of();
    }

    @Override
    public @Nullable String getParameter(String name) {
        return null;
    }

    @Override
    public List<String> getParameterValues(String name) {
        return List.of();
    }

    @Override
    public @Nullable String getCookie(String name) {
        return null;
    }

    @Override
    public @Nullable String getHttpSessionId() {
        return null;
    }

    @Override
    public @Nullable Object getHttpSessionAttribute(String name) {
        return null;
    }

    @Override
    public void setHttpSessionAttribute(String name, @Nullable Object value) {
        throw new IllegalStateException("a local session has no HTTP session");
    }

    @Override
    public void invalidateHttpSession() {
        // There is none to end.
    }

    @Override
    public @Nullable Object getRequestAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setRequestAttribute(String name, @Nullable Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public @Nullable Object getContextAttribute(String name) {
        return null;
    }

    @Override
    public @Nullable String getContextInitParameter(String name) {
        return null;
    }

    @Override
    public String getURL() {
        return "local:";
    }

    @Override
    public List<Locale> getLocales() {
        return List.of(Locale.getDefault());
    }
}
