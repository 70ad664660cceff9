package org.bayeux.benchmark.load;

/** What a {@link ReplyScanner} tells of what it reads. Called on the reactor's thread only. */
interface Findings {

    /**
     * A message that carries a {@link Stamp}.
     *
     * @param planned when it was to be sent, in nanoseconds of the run's clock
     * @param number which of the run's messages it is
     */
    void delivered(long planned, int number);

    /** The reply to a connect. */
    void connectReplied();

    /** A reply that says that a message was processed. */
    void accepted();

    /** A reply that says that a message was refused. */
    void refused();

    /** The number of the last batch of messages, which the next connect has to acknowledge. */
    void acknowledge(long batch);

    /** The client id in a reply to a handshake. */
    void clientId(String id);
}
