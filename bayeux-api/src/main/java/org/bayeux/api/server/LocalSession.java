package org.bayeux.api.server;

import org.bayeux.api.client.ClientSession;

/**
 * A client that lives inside the server and is treated like any other, only without a network.
 *
 * <p>It shakes hands, subscribes, publishes and is told of messages like a remote client; its
 * callbacks run in the thread that brought the message, and so it need not be polled. All methods are
 * thread-safe. Source: manual, 6.3.1.
 */
public interface LocalSession extends ClientSession {

    /**
     * Returns the server's end of this session.
     *
     * @return the server's end, which carries the same id
     * @throws IllegalStateException if the handshake did not take place, or the session has ended
     */
    ServerSession getServerSession();
}
