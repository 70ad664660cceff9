package org.bayeux.server.service;

import java.util.Map;

/**
 * A call that does not reach the method of a service, because of who sends or of what is sent. Not the service's failure,
 * so the sender learns why.
 */
public class CallRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final transient Map<String, Object> details;

    /**
     * Refuses a call.
     *
     * @param error the Bayeux error, {@code code:args:message}
     * @param details more for the sender, as plain objects that have a JSON form; may be empty
     * @param cause for the log at DEBUG
     */
    public CallRefusedException(String error, Map<String, Object> details, Throwable cause) {
        super(error, cause);
        this.error = error;
        this.details = Map.copyOf(details);
    }

    CallRefusedException(String error, String message) {
        super(message);
        this.error = error;
        this.details = Map.of();
    }

    /** What the sender is told. */
    public String error() {
        return error;
    }

    /** More of that, by names. */
    public Map<String, Object> details() {
        return details;
    }
}
