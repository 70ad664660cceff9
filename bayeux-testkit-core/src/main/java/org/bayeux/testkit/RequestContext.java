package org.bayeux.testkit;

import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.api.server.BayeuxContext;
import org.jspecify.annotations.Nullable;

/** One request of a browser in memory. Thread-safe: what the browser says is copied, attributes are concurrent. */
final class RequestContext implements BayeuxContext {

    private static final String NO_HTTP_SESSION = "a browser in memory has no HTTP session";

    private final Map<String, String> cookies;
    private final Map<String, String> headers;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final @Nullable Principal principal;
    private final Set<String> roles;
    private final String protocol;
    private final @Nullable InetSocketAddress address;

    RequestContext(
            Map<String, String> cookies,
            Map<String, String> headers,
            @Nullable Principal principal,
            Set<String> roles,
            String protocol,
            @Nullable InetSocketAddress address) {
        this.address = address;
        this.protocol = protocol;
        this.cookies = Map.copyOf(cookies);
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(headers);
        this.principal = principal;
        this.roles = roles;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return principal;
    }

    @Override
    public String getProtocol() {
        return protocol;
    }

    @Override
    public boolean isUserInRole(String role) {
        return principal != null && roles.contains(role);
    }

    @Override
    public @Nullable InetSocketAddress getRemoteAddress() {
        return address;
    }

    @Override
    public @Nullable InetSocketAddress getLocalAddress() {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public List<String> getHeaderValues(String name) {
        String value = headers.get(name);
        return value == null ? List.of() : List.of(value);
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
        return cookies.get(name);
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
        return "http://server.example/cometd";
    }

    @Override
    public List<Locale> getLocales() {
        return List.of(Locale.ENGLISH);
    }
}
