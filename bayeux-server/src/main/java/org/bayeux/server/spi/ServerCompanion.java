package org.bayeux.server.spi;

import org.bayeux.api.server.BayeuxServer;

/** Something that works along with a server, such as its place in a cluster; added like the listeners of applications. */
public interface ServerCompanion extends BayeuxServer.BayeuxServerListener {

    /**
     * Clients can come once this returns; what they should find has to be there by then. What it throws keeps the server
     * from starting.
     */
    void opening();

    /** Clients cannot come any more; their sessions end behind this. */
    void closing();
}
