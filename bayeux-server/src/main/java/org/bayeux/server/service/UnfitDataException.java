package org.bayeux.server.service;

/**
 * The payload of a message, or a part of its channel, cannot become what a callback method wants: the sender's mistake, not
 * the service's.
 */
final class UnfitDataException extends CallRefusedException {

    private static final long serialVersionUID = 1L;
    private static final String ERROR = "400::data_unfit";

    UnfitDataException(String message, Throwable cause) {
        super(ERROR, message);
        initCause(cause);
    }

    UnfitDataException(String message) {
        super(ERROR, message);
    }
}
