package org.bayeux.server.spi;

/**
 * The way out to one client, implemented by a transport: the response of one HTTP request, or one WebSocket.
 *
 * <p>There are two kinds. A <em>one-shot</em> outlet takes exactly one batch and is used up. A <em>streaming</em> outlet
 * takes any number and sends them in the order of the calls.
 *
 * <p>Thread-safe. Methods return at once, never throw, and never write on the calling thread if that could block it:
 * the caller may be a publisher that has many other clients to serve.
 */
public interface Outlet {

    /** Whether this outlet takes more than one batch. */
    boolean isStreaming();

    /**
     * Sends a batch, then calls exactly one of {@link Batch#delivered()} and {@code failed}, from any thread,
     * possibly before this method returns.
     */
    void write(Batch batch);

    /** Ends the outlet after the batches written before; further batches fail. Does nothing on a one-shot outlet. */
    void close();

    /**
     * Ends the outlet at once, because its client has come by another one. All that is not settled fails before long:
     * until then nothing leaves by the other, so that it does not overtake what is under way here.
     */
    default void abandon() {
        close();
    }
}
