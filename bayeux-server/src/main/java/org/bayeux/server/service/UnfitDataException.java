package org.bayeux.server.service;

/** The payload of a message cannot become what a callback method wants: the sender's mistake, not the service's. */
final class UnfitDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitDataException(String message, Throwable cause) {
        super(message, cause);
    }

    UnfitDataException(String message) {
        super(message);
    }
}
