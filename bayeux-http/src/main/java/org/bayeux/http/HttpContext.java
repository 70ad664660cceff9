package org.bayeux.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bayeux.api.server.BayeuxContext;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP request of a message, as long as it has not been answered. Nothing is copied: most requests are polls, and
 * nobody asks about them.
 *
 * <p>Containers use request objects again for other clients, so once the answer is on its way all methods throw
 * {@link IllegalStateException}.
 *
 * <p>Thread-safe: {@code lock} keeps the answer from leaving while somebody asks. Only the container's code runs under it,
 * none of the application: attributes that are set are kept here, since the container would call its listeners.
 */
final class HttpContext implements BayeuxContext {

    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9a-fA-F:.%]*:.*");

    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private @Nullable HttpServletRequest request;

    /** What was set here; without a value if it was removed. They hide what the container's request has. */
    private final Map<String, Optional<Object>> attributes = new ConcurrentHashMap<>();

    /** There once the first thread of the request has left it. */
    private volatile @Nullable FirstThread kept;

    HttpContext(HttpServletRequest request) {
        this.request = request;
    }

    /** Other threads take over; this was known before. */
    void keep(@Nullable FirstThread known) {
        kept = known;
    }

    /** Lets the request go. */
    void end() {
        lock.lock();
        try {
            request = null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        FirstThread known = kept;
        return ask(it -> known == null ? it.getUserPrincipal() : known.user());
    }

    @Override
    public boolean isUserInRole(String role) {
        FirstThread known = kept;
        return ask(it -> (known != null && known.namedRoles().contains(role))
                ? known.ownRoles().contains(role)
                : it.isUserInRole(role));
    }

    @Override
    public @Nullable InetSocketAddress getRemoteAddress() {
        return ask(it -> address(it.getRemoteAddr(), it.getRemotePort()));
    }

    @Override
    public @Nullable InetSocketAddress getLocalAddress() {
        return ask(it -> address(it.getLocalAddr(), it.getLocalPort()));
    }

    @Override
    public @Nullable String getHeader(String name) {
        return ask(it -> it.getHeader(name));
    }

    @Override
    public List<String> getHeaderValues(String name) {
        return ask(it -> list(it.getHeaders(name)));
    }

    @Override
    public @Nullable String getParameter(String name) {
        return getParameterValues(name).stream().findFirst().orElse(null);
    }

    @Override
    public List<String> getParameterValues(String name) {
        FirstThread known = kept;
        return ask(it -> known == null ? list(it.getParameterValues(name)) : known.parameterValues(name));
    }

    @Override
    public @Nullable String getCookie(String name) {
        return ask(it -> cookie(it.getCookies(), name));
    }

    @Override
    public @Nullable String getHttpSessionId() {
        return ask(it -> {
            HttpSession session = it.getSession(false);
            return session == null ? null : session.getId();
        });
    }

    @Override
    public @Nullable Object getHttpSessionAttribute(String name) {
        HttpSession session = ask(it -> it.getSession(false));
        // Outside of ask(): a stored session calls the application when it is read.
        return session == null ? null : session.getAttribute(name);
    }

    @Override
    public void setHttpSessionAttribute(String name, @Nullable Object value) {
        HttpSession session = ask(it -> it.getSession(false));
        if (session == null) {
            throw new IllegalStateException("There is no HTTP session");
        }
        // Outside of ask(): it calls listeners of the application.
        session.setAttribute(name, value);
    }

    @Override
    public void invalidateHttpSession() {
        HttpSession session = ask(it -> it.getSession(false));
        if (session != null) {
            session.invalidate();
        }
    }

    @Override
    public @Nullable Object getRequestAttribute(String name) {
        return ask(it -> {
            Optional<Object> set = attributes.get(name);
            return set == null ? it.getAttribute(name) : set.orElse(null);
        });
    }

    @Override
    public void setRequestAttribute(String name, @Nullable Object value) {
        ask(it -> attributes.put(name, Optional.ofNullable(value)));
    }

    @Override
    public @Nullable Object getContextAttribute(String name) {
        return ask(it -> it.getServletContext().getAttribute(name));
    }

    @Override
    public @Nullable String getContextInitParameter(String name) {
        return ask(it -> it.getServletContext().getInitParameter(name));
    }

    @Override
    public @Nullable String getContextPath() {
        return ask(HttpServletRequest::getContextPath);
    }

    @Override
    public String getURL() {
        FirstThread known = kept;
        return ask(it -> {
            String query = known == null ? it.getQueryString() : known.query();
            StringBuffer url = it.getRequestURL();
            return (query == null ? url : url.append('?').append(query)).toString();
        });
    }

    @Override
    public List<Locale> getLocales() {
        return ask(it -> list(it.getLocales()));
    }

    @Override
    public @Nullable String getProtocol() {
        return ask(HttpServletRequest::getProtocol);
    }

    @Override
    public boolean isSecure() {
        return ask(HttpServletRequest::isSecure);
    }

    private <T extends @Nullable Object> T ask(Function<HttpServletRequest, T> question) {
        lock.lock();
        try {
            if (request == null) {
                throw new IllegalStateException(
                        "The request of this message has been answered: ask while it is handled");
            }
            return question.apply(request);
        } finally {
            lock.unlock();
        }
    }

    private static List<String> list(String @Nullable [] values) {
        return values == null ? List.of() : List.of(values);
    }

    private static <T> List<T> list(Enumeration<T> values) {
        return List.copyOf(Collections.list(values));
    }

    /** Resolved if it is a number, which needs no look-up; a proxy's word for the client may be anything. */
    private static @Nullable InetSocketAddress address(@Nullable String host, int port) {
        if (host == null || port < 0) {
            return null;
        }
        return NUMERIC.matcher(host).matches()
                ? new InetSocketAddress(host, port)
                : InetSocketAddress.createUnresolved(host, port);
    }

    private static @Nullable String cookie(Cookie @Nullable [] cookies, String name) {
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
