package org.bayeux.websocket;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bayeux.api.server.BayeuxContext;
import org.jspecify.annotations.Nullable;

/**
 * The upgrade request of a socket, copied while it was there (manual 9.3.8.2).
 *
 * <p>Thread-safe.
 */
final class SocketContext implements BayeuxContext {

    /** Name of the user property of an upgrade, and of the session it makes, that holds its context. */
    static final String PROPERTY = SocketContext.class.getName();

    private final ServletContext servletContext;
    private final HandshakeRequest request;
    private final @Nullable Principal principal;
    private final Headers headers;
    private final Map<String, List<String>> parameters;
    private final String url;
    private final Peer peer;
    private final Set<String> namedRoles;
    private final Set<String> ownRoles;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();

    private SocketContext(ServletContext servletContext, HandshakeRequest request, Peer peer, Set<String> namedRoles) {
        this.servletContext = servletContext;
        this.request = request;
        this.principal = request.getUserPrincipal();
        this.headers = Headers.copyOf(request.getHeaders());
        this.parameters = Map.copyOf(request.getParameterMap());
        this.url = peer.url() == null ? String.valueOf(request.getRequestURI()) : peer.url();
        this.peer = peer;
        this.namedRoles = namedRoles;
        this.ownRoles = principal == null
                ? Set.of()
                : namedRoles.stream().filter(request::isUserInRole).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Copies what is known of an upgrade, by the thread that performs it.
     *
     * @param namedRoles those that the application names; the container may know the roles of its user only now
     */
    static SocketContext of(
            ServletContext servletContext,
            HandshakeRequest request,
            Optional<HttpServletRequest> servletRequest,
            Set<String> namedRoles) {
        return new SocketContext(
                servletContext, request, servletRequest.map(Peer::of).orElse(Peer.UNKNOWN), namedRoles);
    }

    /** What was copied when the session was upgraded. */
    static SocketContext of(Session session) {
        if (session.getUserProperties().get(PROPERTY) instanceof SocketContext context) {
            return context;
        }
        throw new IllegalStateException("The container did not keep what was known of the upgrade");
    }

    /** The value of the browser cookie that was set by the answer to the upgrade, if it was. */
    @Nullable
    String givenBrowserId() {
        return peer.givenBrowserId();
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return principal;
    }

    /**
     * Asks the container for roles that were not asked for at once, as the roles of a user cannot be listed; no if the
     * container has forgotten whose request it was.
     */
    @Override
    public boolean isUserInRole(String role) {
        if (namedRoles.contains(role)) {
            return ownRoles.contains(role);
        }
        return principal != null && peer.askOfSameUser(() -> request.isUserInRole(role));
    }

    @Override
    public @Nullable InetSocketAddress getRemoteAddress() {
        return peer.remote();
    }

    @Override
    public @Nullable InetSocketAddress getLocalAddress() {
        return peer.local();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.first(name).orElse(null);
    }

    @Override
    public List<String> getHeaderValues(String name) {
        return headers.all(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
        return getParameterValues(name).stream().findFirst().orElse(null);
    }

    @Override
    public List<String> getParameterValues(String name) {
        return List.copyOf(parameters.getOrDefault(name, List.of()));
    }

    @Override
    public @Nullable String getCookie(String name) {
        return headers.cookie(name).orElse(null);
    }

    @Override
    public @Nullable String getHttpSessionId() {
        HttpSession session = peer.session();
        return session == null ? null : session.getId();
    }

    @Override
    public @Nullable Object getHttpSessionAttribute(String name) {
        HttpSession session = peer.session();
        try {
            return session == null ? null : session.getAttribute(name);
        } catch (IllegalStateException e) {
            // The session has ended, while the socket has not.
            return null;
        }
    }

    @Override
    public void setHttpSessionAttribute(String name, @Nullable Object value) {
        HttpSession session = peer.session();
        if (session == null) {
            throw new IllegalStateException("There is no HTTP session");
        }
        session.setAttribute(name, value);
    }

    @Override
    public void invalidateHttpSession() {
        HttpSession session = peer.session();
        try {
            if (session != null) {
                session.invalidate();
            }
        } catch (IllegalStateException e) {
            // It has ended already, which is what the caller wants.
        }
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
        return servletContext.getAttribute(name);
    }

    @Override
    public @Nullable String getContextInitParameter(String name) {
        return servletContext.getInitParameter(name);
    }

    @Override
    public @Nullable String getContextPath() {
        return servletContext.getContextPath();
    }

    @Override
    public String getURL() {
        return url;
    }

    @Override
    public List<Locale> getLocales() {
        return headers.languages();
    }

    @Override
    public @Nullable String getProtocol() {
        return peer.protocol();
    }

    @Override
    public boolean isSecure() {
        return peer.secure() || BayeuxContext.super.isSecure();
    }
}
