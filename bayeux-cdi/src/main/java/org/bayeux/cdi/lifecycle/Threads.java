package org.bayeux.cdi.lifecycle;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.bayeux.server.BayeuxServerBuilder;

/**
 * The threads of one server, to be stopped with it.
 *
 * <p>Thread-safe.
 */
interface Threads {

    /** How long a server that stops waits for tasks that are under way. */
    Duration PATIENCE = Duration.ofSeconds(5);

    /** Runs what must not run on the calling thread. Refuses tasks once stopped. */
    Executor executor();

    /**
     * Lets time pass for a server.
     *
     * @param callbacks the executor as the server is to use it
     */
    BayeuxServerBuilder drive(BayeuxServerBuilder server, Executor callbacks);

    /** Takes no more tasks. What waits for a thread is run by the caller; what is under way is waited for a little. */
    void stop();

    /** The container's threads, or own ones where it has none to give. */
    static Threads obtain() {
        return ManagedThreads.find().<Threads>map(managed -> managed).orElseGet(OwnThreads::new);
    }
}
