package org.bayeux.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One client's conversation with a server, as one end of it sees it.
 *
 * <p>The client's end is a {@link org.bayeux.api.client.ClientSession}, the server's end a {@link
 * org.bayeux.api.server.ServerSession}; both carry the same id. A client that lives inside the
 * server is a {@link org.bayeux.api.server.LocalSession}.
 *
 * <p>Implementations are thread-safe. Source: manual, 6.3.1.
 */
public interface Session {

    /**
     * Returns the id that the protocol calls {@code clientId}.
     *
     * @return the id, or null at the client's end before the handshake succeeded
     */
    @Nullable
    String getId();

    /** Tells whether handshake and first connect succeeded and the session has not ended since. */
    boolean isConnected();

    /** Tells whether the handshake succeeded and the session has not ended since. */
    boolean isHandshook();

    /** Ends the session. Does nothing if it has ended or never begun. */
    void disconnect();

    /**
     * Ties an object of the application to this session. Attributes stay on this end.
     *
     * @param value the object; null removes the attribute
     */
    void setAttribute(String name, @Nullable Object value);

    /**
     * Returns an object tied to this session before.
     *
     * @return the object, or null if there is none of that name
     */
    @Nullable
    Object getAttribute(String name);

    /**
     * Names all attributes.
     *
     * @return an unmodifiable snapshot
     */
    Set<String> getAttributeNames();

    /**
     * Unties an object from this session.
     *
     * @return the object that was tied, or null if there was none
     */
    @Nullable
    Object removeAttribute(String name);

    /**
     * Runs a command and holds back the messages it sends until it is done, so that they leave
     * together. Messages leave too when the command throws; the exception goes to the caller.
     */
    default void batch(Runnable batch) {
        startBatch();
        try {
            batch.run();
        } finally {
            endBatch();
        }
    }

    /**
     * Holds messages back until the matching {@link #endBatch()}. Batches nest.
     *
     * <p>Prefer {@link #batch(Runnable)}: with this method a forgotten end holds messages back for
     * good.
     */
    void startBatch();

    /**
     * Ends the batch begun by the last {@link #startBatch()}; the outermost end lets messages go.
     *
     * @return true if this was the outermost batch and messages were waiting
     */
    boolean endBatch();
}
