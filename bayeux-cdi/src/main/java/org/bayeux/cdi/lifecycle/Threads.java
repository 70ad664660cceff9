package org.bayeux.cdi.lifecycle;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads of one server, to be stopped with it.
 *
 * <p>Thread-safe.
 */
interface Threads {

    /** Runs what must not run on the calling thread. Refuses tasks once stopped. */
    Executor executor();

    /** Runs what is due later. */
    ScheduledExecutorService scheduler();

    /** Takes no more tasks. Tasks under way are not waited for. */
    void stop();

    /** The container's threads, or own ones where it has none to give. */
    static Threads obtain() {
        return ManagedThreads.find().<Threads>map(managed -> managed).orElseGet(OwnThreads::new);
    }
}
