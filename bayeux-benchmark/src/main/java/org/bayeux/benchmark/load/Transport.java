package org.bayeux.benchmark.load;

/** How clients are connected. */
public enum Transport {
    /** Two HTTP connections for each, one of which the server holds. */
    LONG_POLLING("long-polling"),

    /** A socket for each. */
    WEBSOCKET("websocket");

    private final String label;

    Transport(String label) {
        this.label = label;
    }

    /** Its name in the protocol. */
    public String label() {
        return label;
    }
}
