package org.bayeux.server.spi;

import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * For which session the calling thread works: the sender of the message that it processes, or the one whose coming, going
 * or connection it tells. While a handshake is decided, that is the session to be. Thread-safe.
 */
public interface CurrentSession {

    /** The session; {@code null} if this thread works for none. */
    @Nullable
    ServerSession get();

    /** Does work for a session of this server. */
    void run(ServerSession session, Runnable work);
}
