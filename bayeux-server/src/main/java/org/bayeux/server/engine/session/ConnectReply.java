package org.bayeux.server.engine.session;

import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** The answer to one connect, finished when it leaves. */
public interface ConnectReply {

    /** Tells the number of the connect, by which the client acknowledges what comes with its reply. */
    default void numbered(long connect) {}

    /**
     * Runs the extensions on the reply, freezes it and returns it. Called once, with no lock held.
     *
     * @param release why the connect is answered now
     * @return the reply; {@code null}: an extension dropped it
     */
    @Nullable
    BayeuxMessage finish(Release release);
}
