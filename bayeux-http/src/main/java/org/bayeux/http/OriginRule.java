package org.bayeux.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bayeux.cdi.spi.SecurityHeaders;
import org.bayeux.server.config.AllowedOrigins;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the pages of other origins out, unless they are allowed: those can read the answers then (CORS, manual 7.2).
 *
 * <p>Other clients than browsers have no origin and are let in. Immutable.
 */
final class OriginRule {

    private static final AllowedOrigins OWN = AllowedOrigins.of("");

    /** What stands for a page that does not tell where it comes from; allowed only where all are. */
    private static final String UNKNOWN = "null";

    private static final Pattern ORIGIN_OF_URL = Pattern.compile("([a-z][a-z0-9+.-]*://[^/?#]*).*");

    private final AllowedOrigins allowed;

    OriginRule(AllowedOrigins allowed) {
        this.allowed = allowed;
    }

    /**
     * Lets a request in, and its page read the answer. Browsers tell the origin with whatever could do harm from another,
     * forms included.
     *
     * @throws Refused if the page is of an origin that is not allowed
     */
    void admit(HttpServletRequest request, HttpServletResponse response) throws Refused {
        String origin = request.getHeader("Origin");
        if (origin != null) {
            response.addHeader("Vary", "Origin");
            if (isForeign(origin, request)) {
                response.setHeader("Access-Control-Allow-Origin", origin);
                response.setHeader("Access-Control-Allow-Credentials", "true");
                SecurityHeaders.letOtherOriginsUse(response);
            }
        }
    }

    /**
     * Lets the request of a script element in, for which browsers tell no origin. Newer ones tell how the page is related
     * to the server, where the connection is safe; most tell the page itself. What calls itself a browser and tells
     * neither may be on any page.
     *
     * @throws Refused if the page is of an origin that is not allowed, or of an unknown one
     */
    void admitScript(HttpServletRequest request, HttpServletResponse response) throws Refused {
        if (request.getHeader("Origin") == null && !isOfOwnPage(request) && isForeign(originOfPage(request), request)) {
            SecurityHeaders.letOtherOriginsUse(response);
        }
    }

    private static boolean isOfOwnPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            // "none" is somebody who typed the address; no page sees the answer.
            return site.equals("same-origin") || site.equals("none");
        }
        return request.getHeader("Referer") == null && !callsItselfBrowser(request.getHeader("User-Agent"));
    }

    private static boolean callsItselfBrowser(@Nullable String userAgent) {
        return userAgent != null && userAgent.contains("Mozilla/");
    }

    private static String originOfPage(HttpServletRequest request) {
        String page = request.getHeader("Referer");
        Matcher url = ORIGIN_OF_URL.matcher(page == null ? "" : page);
        return url.matches() ? url.group(1) : UNKNOWN;
    }

    /** Whether an origin that is let in is another than the server's own. */
    private boolean isForeign(String origin, HttpServletRequest request) throws Refused {
        String host = request.getHeader("Host");
        String forwardedHost = request.getHeader("X-Forwarded-Host");
        if (OWN.allows(origin, host, forwardedHost)) {
            return false;
        }
        if (!allowed.allows(origin, host, forwardedHost)) {
            throw new Refused(HttpServletResponse.SC_FORBIDDEN, "Pages of this origin may not talk to this server");
        }
        return true;
    }
}
