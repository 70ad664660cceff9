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
import org.jspecify.annotations.Nullable;

/**
 * Refuses the upgrades of foreign pages, and remembers the request of an upgrade while the container performs it, since it
 * knows what a {@code HandshakeRequest} does not tell: addresses, and the HTTP session without creating one.
 *
 * <p>A server that upgrades before its filters leaves this filter aside; then those facts stay unknown, and
 * {@link BayeuxEndpoint} refuses. Thread-safe: {@code check} is written when the server starts, {@code stopped} when it
 * stops, both are read by each upgrade.
 */
final class UpgradeFilter implements Filter {

    @SuppressWarnings("ThreadLocalUsage") // not static: applications may share the class, but not what they know
    private final ThreadLocal<HttpServletRequest> current = new ThreadLocal<>();

    private volatile @Nullable OriginCheck check;
    private volatile boolean stopped;

    /** From now on upgrades have to pass this. */
    void start(OriginCheck originCheck) {
        check = originCheck;
    }

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
        } else if (isForeign(http)) {
            WebSocketLog.foreign(http.getHeader("Origin"));
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            upgrade(http, response, chain);
        }
    }

    private boolean isForeign(HttpServletRequest request) {
        OriginCheck present = check;
        return present != null && !present.passes(request::getHeader);
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
