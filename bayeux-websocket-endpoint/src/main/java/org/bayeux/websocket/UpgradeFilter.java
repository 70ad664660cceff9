package org.bayeux.websocket;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.bayeux.cdi.spi.SecurityHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the upgrades of foreign pages, and remembers the request of an upgrade while the container performs it, since it
 * knows what a {@code HandshakeRequest} does not tell: addresses, and the HTTP session without creating one.
 *
 * <p>A server that upgrades before its filters leaves this filter aside; then those facts stay unknown, and
 * {@link BayeuxEndpoint} refuses. Thread-safe: {@code check} and {@code cookie} are written when the server starts,
 * {@code stopped} when it stops; all are read by each upgrade.
 */
final class UpgradeFilter implements Filter {

    @SuppressWarnings("ThreadLocalUsage") // not static: applications may share the class, but not what they know
    private final ThreadLocal<HttpServletRequest> current = new ThreadLocal<>();

    private volatile @Nullable OriginCheck check;
    private volatile @Nullable UpgradeCookie cookie;
    private volatile boolean stopped;

    /** From now on upgrades have to pass a check, and get a cookie. */
    void start(OriginCheck originCheck, UpgradeCookie browserCookie) {
        check = originCheck;
        cookie = browserCookie;
    }

    /** From now on there are no upgrades: 503. */
    void stop() {
        stopped = true;
        cookie = null;
    }

    /** The request that the calling thread is upgrading, if it is known. */
    Optional<HttpServletRequest> current() {
        return Optional.ofNullable(current.get());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest asked
                && response instanceof HttpServletResponse answer
                && isUpgrade(asked)) {
            upgrade(asked, answer, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Java's HTTP client asks for an upgrade to HTTP/2, which is none of our business. */
    private static boolean isUpgrade(HttpServletRequest request) {
        String protocol = request.getHeader("Upgrade");
        return protocol != null && protocol.toLowerCase(Locale.ROOT).contains("websocket");
    }

    private void upgrade(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (stopped) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (isForeign(request)) {
            WebSocketLog.foreign(request.getHeader("Origin"));
            refuse(response, HttpServletResponse.SC_FORBIDDEN);
        } else {
            giveCookie(request, response);
            pass(request, response, chain);
        }
    }

    /** No error page of the container or the application: that may lack the headers, and tells more than needed. */
    private static void refuse(HttpServletResponse response, int status) {
        SecurityHeaders.set(response);
        response.setStatus(status);
        response.setContentLength(0);
    }

    private void giveCookie(HttpServletRequest request, HttpServletResponse response) {
        UpgradeCookie present = cookie;
        if (present != null) {
            present.give(request, response);
        }
    }

    private boolean isForeign(HttpServletRequest request) {
        OriginCheck present = check;
        return present != null && !present.passes(request::getHeader);
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        current.set(request);
        try {
            chain.doFilter(new TyrusUpgradeRequest(request), response);
        } finally {
            current.remove();
        }
    }
}
