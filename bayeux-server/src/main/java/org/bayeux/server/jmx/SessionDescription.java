package org.bayeux.server.jmx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One session as operators see it, at the moment when it is asked for. Times are milliseconds. */
public interface SessionDescription {

    /** Its id. */
    String getId();

    /** Whether it belongs to the server's own code. */
    boolean isLocal();

    /** Whether the client can be reached, or is expected back. */
    boolean isConnected();

    /** How it can be reached: a response or a socket is held, or it has to come back first. */
    String getState();

    /** By which transport the client came last; {@code null} for local sessions. */
    @Nullable
    String getTransport();

    /** What the client calls itself; {@code null} if it does not say. */
    @Nullable
    String getUserAgent();

    /** The channels and patterns that it is subscribed to. */
    List<String> getSubscriptions();

    /** How many messages wait for it. */
    int getQueueSize();

    /** How long its connects are held. */
    long getTimeout();

    /** How long the client waits between connects. */
    long getInterval();

    /** How long after that it is given up. */
    long getMaxInterval();

    /** The names of what the application keeps with it. */
    List<String> getAttributeNames();
}
