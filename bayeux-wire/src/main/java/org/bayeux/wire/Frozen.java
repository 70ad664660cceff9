package org.bayeux.wire;

/** The answer to any attempt to change a frozen message. */
final class Frozen {

    private Frozen() {}

    static UnsupportedOperationException refusal() {
        return new UnsupportedOperationException("message is frozen: it was already encoded and may be on its way to"
                + " clients; change it earlier (in a listener or incoming extension), or send another message");
    }
}
