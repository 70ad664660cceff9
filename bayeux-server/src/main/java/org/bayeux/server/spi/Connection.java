package org.bayeux.server.spi;

import java.util.List;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request or one WebSocket as the engine sees it. An adapter gets it from {@link BayeuxEngine#open} and hands
 * over what it reads; answers come through the {@link Outlet} given there.
 *
 * <p>Thread-safe; arrays received by one streaming connection are processed one after another in the order of the calls.
 */
public interface Connection {

    /**
     * Processes the messages of one received array in order. On a one-shot outlet it is called once, and exactly one
     * batch is written, now or when a held connect ends. Never throws because of what the client sent.
     *
     * @param messages what the codec made of the request; not empty; owned by the engine from now on
     */
    void receive(List<BayeuxMessage> messages);

    /** Whether a connect that came by here is held, so that the client has no reason to send anything. */
    boolean isHeld();

    /**
     * The socket is gone. Its session, if any, goes on waiting for the client until it expires.
     *
     * @param cause why, or {@code null} when it was closed in an orderly way
     */
    void lost(@Nullable Throwable cause);
}
