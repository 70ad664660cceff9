package org.bayeux.http;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks on the calling thread once the executor refuses them. It does when the application stops: held requests want
 * their last answer then, and the caller has nobody else to serve. A pool that is merely full lets tasks wait; it refuses
 * only if none of our tasks has a thread, so that nothing could wait for one.
 */
record ExecutorOrCaller(Executor executor) implements Executor {

    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }
}
