package org.bayeux.oort.link;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Keeps what the server has no thread for now, as while it is suspended or its pool is full: what another node has said must
 * not be lost for that, nor be acknowledged before it is processed. Whoever has a timer tries again.
 *
 * <p>Thread-safe. Tasks that were refused run in any order.
 */
final class PatientExecutor implements Executor {

    private final Executor threads;
    private final Queue<Runnable> refused = new ConcurrentLinkedQueue<>();

    /** Runs tasks on {@code threads}, which may refuse them. */
    PatientExecutor(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        if (!isTaken(task)) {
            refused.add(task);
        }
    }

    /** Hands over what was refused, up to the first task that is refused again. */
    void tryAgain() {
        for (Runnable task = refused.poll(); task != null; task = refused.poll()) {
            if (!isTaken(task)) {
                refused.add(task);
                return;
            }
        }
    }

    private boolean isTaken(Runnable task) {
        try {
            threads.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }
}
