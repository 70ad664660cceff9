package org.bayeux.server.jmx;

import java.util.List;

/** One server: its figures since it started, and what an operator may want of it. Source: manual 9.3.13. */
public interface ServerMXBean {

    /** How many sessions there are, local ones included. */
    int getSessions();

    /** How many sessions were ever added. */
    long getSessionsAdded();

    /** How many of them have ended, for whatever reason. */
    long getSessionsRemoved();

    /** How many of those ended because nothing was heard of the client for too long. */
    long getSessionsExpired();

    /** How many channels there are. */
    int getChannels();

    /** How many messages came, meta messages included. */
    long getMessagesReceived();

    /** How many messages went to the subscribers of a channel, whatever their number. */
    long getMessagesPublished();

    /** How many messages were handed to transports; one that has to be sent again counts again. */
    long getMessagesDelivered();

    /**
     * How many messages did not get to a receiver: an extension, a listener, its full queue or its end kept them. What a
     * client has not acknowledged when its session ends counts too, unless the client itself ended it.
     */
    long getMessagesDropped();

    /**
     * How many bytes the queues of all sessions keep, a message in several of them counted once; {@code
     * maxTotalQueueBytes} limits it.
     */
    long getQueuedBytes();

    /** How many messages of clients were answered with an error. */
    long getMessagesRefused();

    /** How many channels exist because clients made them; {@code maxClientChannels} limits it. */
    int getClientChannels();

    /** How many handshakes were refused because of {@code maxSessionsPerAddress}. */
    long getHandshakesRefusedByAddress();

    /** How often clients were refused a new channel because of {@code maxClientChannels}. */
    long getChannelsRefused();

    /** How many connects are held. */
    long getConnectsHeld();

    /** How often channels that nobody uses were looked for. */
    long getSweeps();

    /** Looks for channels that nobody uses, soon, as the server does by itself every {@code sweepPeriod}. */
    void sweep();

    /**
     * Lets the log tell the story of a session, until it ends.
     *
     * @param sessionId the id of a session, or {@code *} for all
     * @throws IllegalArgumentException if there is no such session
     */
    void trace(String sessionId);

    /** Ends what {@link #trace} began; {@code false}: it was not begun. */
    boolean untrace(String sessionId);

    /** The sessions whose story the log tells. */
    List<String> getTraced();
}
