package org.bayeux.server.spi;

import org.bayeux.api.server.SessionEnd;

/**
 * What can be counted in a server: from its start, where the name is a past participle, otherwise at the moment of the call.
 * The same figures that JMX shows. Thread-safe; reading costs little, except where it says so.
 */
public interface ServerFigures {

    /** How many sessions there are, local ones included. */
    long sessions();

    /** How many sessions were ever added. */
    long sessionsAdded();

    /** How many of them have ended for this reason. */
    long sessionsEnded(SessionEnd reason);

    /** How many channels there are. */
    long channels();

    /** How many messages wait in all queues; asks every session, so read it every few seconds at most. */
    long queuedMessages();

    /** How many bytes they take, a message in several queues counted once. */
    long queuedBytes();

    /** How many connects are held. */
    long connectsHeld();

    /** How many messages came, meta messages included. */
    long messagesReceived();

    /** How many messages went to the subscribers of a channel, whatever their number. */
    long messagesPublished();

    /** How many messages were handed to transports for one receiver. */
    long messagesDelivered();

    /** How many messages did not get to a receiver. */
    long messagesDropped(Loss reason);

    /** How many messages were answered with an error. */
    long messagesRefused();

    /**
     * How many bytes of JSON in UTF-8 came from clients, without any compression; counted while there is a {@link
     * MessageTelemetry}.
     */
    long bytesReceived();

    /** How many bytes of JSON were handed to transports, likewise. */
    long bytesSent();

    /** How often channels that nobody uses were looked for. */
    long sweeps();
}
