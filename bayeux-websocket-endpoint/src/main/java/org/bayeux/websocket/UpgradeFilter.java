package org.bayeux.websocket;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Remembers the request of an upgrade while the container performs it, since it knows what a {@code HandshakeRequest}
 * does not tell: addresses, and the HTTP session without creating one.
 *
 * <p>A server that upgrades before its filters leaves this filter aside; then those facts stay unknown. Thread-safe.
 */
final class UpgradeFilter implements Filter {

    @SuppressWarnings("ThreadLocalUsage") // not static: applications may share the class, but not what they know
    private final ThreadLocal<HttpServletRequest> current = new ThreadLocal<>();

    private volatile boolean stopped;

    /** From now on there are no upgrades: 503. */
    void stop() {
        stopped = true;
    }

    /** The request that the calling thread is upgrading, if it is known. */
    Optional<HttpServletRequest> current() {
        return Optional.ofNullable(current.get());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || http.getHeader("Upgrade") == null) {
            chain.doFilter(request, response);
        } else if (stopped) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            upgrade(http, response, chain);
        }
    }

    private void upgrade(HttpServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        current.set(request);
        try {
            chain.doFilter(request, response);
        } finally {
            current.remove();
        }
    }
}
