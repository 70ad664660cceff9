package org.bayeux.it.server;

import java.util.List;

/**
 * Where a server runs.
 *
 * @param address what it binds to
 * @param entrance the words in front of a command that is to run there, if any
 */
public record Place(String address, List<String> entrance) {

    /** This machine, where nobody else can reach the server. */
    public static final Place LOOPBACK = new Place("127.0.0.1", List.of());

    /** For servers that are started there only. */
    void mustBeLoopback() {
        if (!equals(LOOPBACK)) {
            throw new IllegalArgumentException("this server runs on loopback only, not on " + address);
        }
    }
}
