package org.bayeux.it.matrix;

/** How the clients of a test reach the server. */
public enum Transport {
    /** HTTP requests that are held. */
    LONG_POLLING("long-polling"),

    /** Scripts from another origin. */
    CALLBACK_POLLING("callback-polling"),

    /** WebSocket. */
    WEBSOCKET("websocket");

    private final String label;

    Transport(String label) {
        this.label = label;
    }

    /** Its name in Bayeux. */
    public String label() {
        return label;
    }
}
