package org.bayeux.server.engine.session;

import java.net.InetSocketAddress;
import java.security.Principal;
import org.bayeux.api.server.BayeuxContext;
import org.jspecify.annotations.Nullable;

/**
 * What a client without a cookie looks like: not unique, but more than a thief of its id is likely to know and to be.
 *
 * @param user the name of its user, if one is logged in
 * @param userAgent what it calls itself
 * @param origin where its page comes from
 * @param address its address without the port, which changes with each connection
 */
public record Fingerprint(
        @Nullable String user,
        @Nullable String userAgent,
        @Nullable String origin,
        @Nullable String address) {

    /** Takes the fingerprint of a request, without the address if that may change. */
    public static Fingerprint of(BayeuxContext request, boolean withAddress) {
        Principal user = request.getUserPrincipal();
        InetSocketAddress address = withAddress ? request.getRemoteAddress() : null;
        return new Fingerprint(
                user == null ? null : user.getName(),
                request.getHeader("User-Agent"),
                request.getHeader("Origin"),
                address == null ? null : address.getHostString());
    }
}
