package org.bayeux.websocket;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.bayeux.server.config.CookieConfig;
import org.bayeux.server.spi.BayeuxEngine;
import org.jspecify.annotations.Nullable;

/**
 * Gives the browser cookie to browsers that have none when they open a WebSocket, since nothing can be set later.
 *
 * @param engine who makes and knows the values
 * @param cookie how it is set
 */
record UpgradeCookie(BayeuxEngine engine, CookieConfig cookie) {

    private static final String ATTRIBUTE = UpgradeCookie.class.getName();

    /** Adds the cookie to the response, unless the browser has it or cookies are not used. */
    void give(HttpServletRequest request, HttpServletResponse response) {
        engine.newBrowserId(broughtBy(request)).ifPresent(value -> {
            response.addHeader("Set-Cookie", cookie.header(value, request.isSecure()));
            request.setAttribute(ATTRIBUTE, value);
        });
    }

    /** The value that was given in answer to this request, if any. */
    static @Nullable String givenTo(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String value ? value : null;
    }

    private @Nullable String broughtBy(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie one : cookies) {
                if (one.getName().equals(cookie.name())) {
                    return one.getValue();
                }
            }
        }
        return null;
    }
}
