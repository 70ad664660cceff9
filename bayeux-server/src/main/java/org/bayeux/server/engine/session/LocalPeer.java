package org.bayeux.server.engine.session;

import org.bayeux.api.server.LocalSession;

/**
 * A client that lives in this process.
 *
 * @param client the client's half of the session
 * @param idHint what the id of its session begins with, in letters and digits
 * @param ended to be called when its session has ended, with no lock held
 */
public record LocalPeer(LocalSession client, String idHint, Runnable ended) {

    /** What cannot stand in an id is left out of the hint. */
    public LocalPeer {
        idHint = idHint.replaceAll("[^A-Za-z0-9]", "");
    }

    /** What the id of its session begins with. */
    String idPrefix() {
        return idHint.isEmpty() ? "" : idHint + "_";
    }
}
