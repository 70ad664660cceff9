package org.bayeux.server.spi;

/**
 * Something besides the server itself that has to be there before clients should be sent to it, such as the cluster that it
 * belongs to. CDI beans of this type are asked by the health check. Thread-safe.
 */
public interface ReadinessCondition {

    /** What it is about, as the name of a value in the answer of the health check. */
    String name();

    /** Whether it is fulfilled now; returns at once. */
    boolean isFulfilled();
}
