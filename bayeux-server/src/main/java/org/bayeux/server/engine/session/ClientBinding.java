package org.bayeux.server.engine.session;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the client of a session from others who may have learnt its id: by the browser cookie if it keeps cookies, by its
 * fingerprint otherwise.
 *
 * <p>Thread-safe: {@code keepsCookies} is set once, by the request that brings the cookie, and read by all that follow.
 */
public final class ClientBinding {

    private final @Nullable String browserId;
    private final Fingerprint fingerprint;
    private volatile boolean keepsCookies;

    /**
     * Binds to the sender of a handshake.
     *
     * @param browserId the value of its browser cookie, which it brought or is being given; {@code null} if cookies are
     *     not used
     * @param brought whether it brought the cookie, and so keeps cookies
     */
    public ClientBinding(@Nullable String browserId, boolean brought, Fingerprint fingerprint) {
        this.browserId = browserId;
        this.keepsCookies = brought;
        this.fingerprint = fingerprint;
    }

    /** The value of its browser cookie, if cookies are used. */
    @Nullable
    String browserId() {
        return browserId;
    }

    /**
     * Whether a later request or socket is of the same client.
     *
     * @param brought the value of the browser cookie that it brought
     * @param other asked for where there is no cookie to tell by
     */
    public boolean admits(@Nullable String brought, Supplier<Fingerprint> other) {
        if (browserId == null || brought == null) {
            return !keepsCookies && fingerprint.equals(other.get());
        }
        if (!browserId.equals(brought) || isOfAnotherUser(other)) {
            return false;
        }
        if (!keepsCookies) {
            keepsCookies = true;
        }
        return true;
    }

    /**
     * One who logs in keeps the session, and so does one who is not known on this way, as a browser that opens a WebSocket
     * cannot send what it was let in with before.
     */
    private boolean isOfAnotherUser(Supplier<Fingerprint> other) {
        String user = fingerprint.user();
        if (user == null) {
            return false;
        }
        String now = other.get().user();
        return now != null && !now.equals(user);
    }
}
