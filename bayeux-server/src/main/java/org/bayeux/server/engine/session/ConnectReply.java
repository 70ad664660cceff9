package org.bayeux.server.engine.session;

import org.bayeux.wire.BayeuxMessage;

/** The answer to one connect, finished when it leaves. */
public interface ConnectReply {

    /**
     * Runs the extensions on the reply, freezes it and returns it. Called once, with no lock held.
     *
     * @param release why the connect is answered now
     */
    BayeuxMessage finish(Release release);
}
