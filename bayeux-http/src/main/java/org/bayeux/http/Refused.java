package org.bayeux.http;

import jakarta.servlet.http.HttpServletResponse;
import org.bayeux.wire.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/**
 * A request that holds no messages, to be answered by a status and a few words, none of which are the client's.
 *
 * <p>Without a stack trace, so that garbage stays cheap.
 */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String allow;

    Refused(int status, String reason) {
        this(status, reason, null);
    }

    private Refused(int status, String reason, @Nullable String allow) {
        super(reason, null, false, false);
        this.status = status;
        this.allow = allow;
    }

    /** The method of the request is none of the legal ones, which are given as in the header {@code Allow}. */
    static Refused method(String legal) {
        return new Refused(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Not one of the methods " + legal, legal);
    }

    /** The deployer, or the container, does not let clients use a transport. */
    static Refused transport(String name) {
        return new Refused(HttpServletResponse.SC_FORBIDDEN, "The transport " + name + " is not allowed here");
    }

    static Refused tooLarge(int limit) {
        return new Refused(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "More than " + limit + " bytes");
    }

    static Refused malformed(MalformedMessageException cause) {
        return new Refused(HttpServletResponse.SC_BAD_REQUEST, String.valueOf(cause.getMessage()));
    }

    static Refused slowBody() {
        return new Refused(HttpServletResponse.SC_REQUEST_TIMEOUT, "The body came too slowly");
    }

    /** Something is wrong here, of which a client need not know more. */
    static Refused byFailure() {
        return new Refused(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "The server failed");
    }

    static Refused notRunning() {
        return new Refused(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Not running");
    }

    int status() {
        return status;
    }

    /** The value of the header {@code Allow}, if it belongs to the status. */
    @Nullable
    String allow() {
        return allow;
    }

    /** What to tell the client. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
