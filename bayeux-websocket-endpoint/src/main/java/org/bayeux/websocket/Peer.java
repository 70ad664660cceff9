package org.bayeux.websocket;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What only the servlet container knows of an upgrade request.
 *
 * @param request the request itself, which the container may use again for other clients
 * @param user whom the container knew when the socket was upgraded
 * @param remote the other end of the connection
 * @param local this end of the connection
 * @param session the HTTP session, if there was one
 * @param url the address of the request, with its query
 * @param protocol such as {@code HTTP/1.1}
 * @param secure whether it came encrypted, as far as the container, or a proxy that it trusts, knows
 * @param givenBrowserId the value of the browser cookie that the answer sets, if it does
 */
record Peer(
        @Nullable HttpServletRequest request,
        @Nullable Principal user,
        @Nullable InetSocketAddress remote,
        @Nullable InetSocketAddress local,
        @Nullable HttpSession session,
        @Nullable String url,
        @Nullable String protocol,
        boolean secure,
        @Nullable String givenBrowserId) {

    /** On servers that upgrade before their filters. */
    static final Peer UNKNOWN = new Peer(null, null, null, null, null, null, null, false, null);

    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9a-fA-F:.%]*:.*");

    /** Copies what a request says; does not create an HTTP session. */
    static Peer of(HttpServletRequest request) {
        String query = request.getQueryString();
        StringBuffer url = request.getRequestURL();
        return new Peer(
                request,
                request.getUserPrincipal(),
                address(request.getRemoteAddr(), request.getRemotePort()),
                address(request.getLocalAddr(), request.getLocalPort()),
                request.getSession(false),
                asWebSocket((query == null ? url : url.append('?').append(query)).toString()),
                request.getProtocol(),
                request.isSecure(),
                UpgradeCookie.givenTo(request));
    }

    /**
     * Asks something about the user; no if the request is not known to be of the same user before and after that, or
     * cannot be asked any more.
     */
    boolean askOfSameUser(BooleanSupplier question) {
        try {
            return request != null && isOfUser(request) && question.getAsBoolean() && isOfUser(request);
        } catch (RuntimeException e) {
            // How containers refuse questions to a request that is over.
            return false;
        }
    }

    private boolean isOfUser(HttpServletRequest asked) {
        return Objects.equals(user, asked.getUserPrincipal());
    }

    private static String asWebSocket(String url) {
        return url.startsWith("http") ? "ws" + url.substring("http".length()) : url;
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
}
