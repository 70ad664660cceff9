package org.bayeux.websocket;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.bayeux.server.config.AllowedOrigins;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages of foreign origins from using a visitor's browser to open a WebSocket, which browsers let any page do.
 *
 * @param allowed the origins that may
 */
record OriginCheck(AllowedOrigins allowed) {

    private static final Pattern WITHOUT_PORT = Pattern.compile("[A-Za-z]+://[^:/]+");
    private static final Pattern PORT = Pattern.compile(":[0-9]+$");

    /**
     * Whether a WebSocket may be opened.
     *
     * @param header the first value of a header of the request; {@code null} if there is none
     */
    boolean passes(UnaryOperator<@Nullable String> header) {
        String origin = header.apply("Origin");
        String host = header.apply("Host");
        String forwardedHost = header.apply("X-Forwarded-Host");
        return allowed.allows(origin, host, forwardedHost)
                || (header.apply("User-Agent") == null && allowed.allows(withPort(origin, host), host, forwardedHost));
    }

    /**
     * Some clients that are no browsers make an origin of the address but forget the port. Every browser says what it is,
     * so a request that does not comes from no page.
     */
    private static @Nullable String withPort(@Nullable String origin, @Nullable String host) {
        if (origin == null || host == null || !WITHOUT_PORT.matcher(origin).matches()) {
            return origin;
        }
        return PORT.matcher(host)
                .results()
                .findFirst()
                .map(it -> origin + it.group())
                .orElse(origin);
    }
}
