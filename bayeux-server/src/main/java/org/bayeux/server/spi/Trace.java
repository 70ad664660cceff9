package org.bayeux.server.spi;

/**
 * Follows one message from its publication until the last of its receivers has it, or never will: that is when their
 * sessions end, at the latest. Thread-safe.
 */
public interface Trace {

    /** The calling thread begins to work on the message: listeners are called, or local clients receive it. */
    Scope enter();

    /**
     * Nothing of it is left; called once.
     *
     * @param flushed how many receivers it was handed to
     * @param lost how many it waited for in vain
     */
    void end(int flushed, int lost);

    /** The work of one thread on a message. */
    @FunctionalInterface
    interface Scope extends AutoCloseable {

        /** The thread that began has done its work. */
        @Override
        void close();
    }
}
