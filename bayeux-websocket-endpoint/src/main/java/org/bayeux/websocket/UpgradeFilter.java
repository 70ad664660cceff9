package org.bayeux.websocket;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
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

    /** The request that the calling thread is upgrading, if it is known. */
    Optional<HttpServletRequest> current() {
        return Optional.ofNullable(current.get());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && http.getHeader("Upgrade") != null) {
            current.set(http);
            try {
                chain.doFilter(request, response);
            } finally {
                current.remove();
            }
        } else {
            chain.doFilter(request, response);
        }
    }
}
