package org.bayeux.server.engine.local;

import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.bayeux.api.server.BayeuxContext;
import org.jspecify.annotations.Nullable;

/** Where messages of a client in this process come from: no request, no user, no address. Immutable. */
final class LocalContext implements BayeuxContext {

    private static final String NO_HTTP_SESSION = "a local session has no HTTP session";

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
        throw new IllegalStateException(NO_HTTP_SESSION);
    }

    @Override
    public void invalidateHttpSession() {
        throw new IllegalStateException(NO_HTTP_SESSION);
    }

    @Override
    public @Nullable Object getRequestAttribute(String name) {
        return null;
    }

    @Override
    public void setRequestAttribute(String name, @Nullable Object value) {
        throw new IllegalStateException("a local session has no request");
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
