package org.bayeux.server.jmx;

/** One transport of a server: its settings, in milliseconds, and its figures. */
public interface TransportMXBean {

    /** Its name as clients negotiate it. */
    String getName();

    /** Whether clients may use it. */
    boolean isAllowed();

    /** How long connects are held. */
    long getTimeout();

    /** How long clients wait between connects. */
    long getInterval();

    /** How long after that a silent client is given up. */
    long getMaxInterval();

    /** How long lazy messages wait. */
    long getMaxLazyTimeout();

    /** Whether messages leave with connect replies only. */
    boolean isMetaConnectDeliveryOnly();

    /** How many messages came by it. */
    long getMessagesReceived();

    /** How many connects that came by it are held. */
    long getConnectsHeld();
}
