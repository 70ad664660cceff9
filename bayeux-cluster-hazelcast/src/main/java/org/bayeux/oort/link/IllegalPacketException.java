package org.bayeux.oort.link;

/** What came over the network is no packet of ours. */
final class IllegalPacketException extends RuntimeException {

    IllegalPacketException(String message) {
        super(message);
    }

    IllegalPacketException(String message, Throwable cause) {
        super(message, cause);
    }
}
