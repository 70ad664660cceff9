package org.bayeux.jaxrs;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks on the calling thread once the executor refuses them: the application stops then, held requests want their
 * last answer, and the caller has nobody else to serve.
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
