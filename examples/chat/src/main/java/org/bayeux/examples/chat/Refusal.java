package org.bayeux.examples.chat;

/**
 * Says why a guest does not get what it asked for; the text is written for the guest to read.
 * Checked, since a service always has to answer it, and without a stack trace, since nothing is broken.
 */
final class Refusal extends Exception {

    Refusal(String reason) {
        super(reason, null, false, false);
    }

    /** The text for the guest, never null. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
