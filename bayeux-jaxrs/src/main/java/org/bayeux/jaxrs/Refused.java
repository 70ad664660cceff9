package org.bayeux.jaxrs;

import jakarta.ws.rs.core.Response.Status;
import org.bayeux.wire.MalformedMessageException;

/**
 * A request that holds no messages, to be answered by a status and a few words.
 *
 * <p>Without a stack trace, so that garbage stays cheap.
 */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Status status;

    Refused(Status status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    static Refused tooLarge(int limit) {
        return new Refused(Status.REQUEST_ENTITY_TOO_LARGE, "More than " + limit + " bytes");
    }

    static Refused malformed(MalformedMessageException cause) {
        return new Refused(Status.BAD_REQUEST, String.valueOf(cause.getMessage()));
    }

    static Refused slowBody() {
        return new Refused(Status.REQUEST_TIMEOUT, "The body came too slowly");
    }

    /** Something is wrong here, of which a client need not know more. */
    static Refused byFailure() {
        return new Refused(Status.INTERNAL_SERVER_ERROR, "The server failed");
    }

    static Refused notRunning() {
        return new Refused(Status.SERVICE_UNAVAILABLE, "Not running");
    }

    Status status() {
        return status;
    }

    /** What to tell the client. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
