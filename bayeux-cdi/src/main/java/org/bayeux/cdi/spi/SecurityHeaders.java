package org.bayeux.cdi.spi;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Headers that each answer over HTTP has, a refused upgrade included: it is nothing but data for a client that asked for
 * it. Stateless.
 */
public final class SecurityHeaders {

    private static final String RESOURCE_POLICY = "Cross-Origin-Resource-Policy";

    private SecurityHeaders() {}

    /** Called first, so that whatever becomes of the request, the answer has them. */
    public static void set(HttpServletResponse response) {
        // Messages are for one client and out of date at once.
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Should a browser show an answer as a page after all, nothing in it runs, loads or is framed.
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(RESOURCE_POLICY, "same-origin");
    }

    /** For pages of an origin that is allowed: without it, browsers would keep a script of ours from them. */
    public static void letOtherOriginsUse(HttpServletResponse response) {
        response.setHeader(RESOURCE_POLICY, "cross-origin");
    }
}
