package org.bayeux.http;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs many short tasks by few tasks of the container, since some containers take longer to begin one than ours takes. Whoever
 * takes a task and sees others wait calls for help first, so that a task which takes its time keeps none waiting.
 *
 * <p>Where no thread can be had, the caller runs what waits. That is so when the application stops: held requests want their
 * last answer then, and the caller has nobody else to serve.
 *
 * <p>Thread-safe. Who adds a task then looks whether help is {@code called}; who comes to help first says that it is not on
 * its way any more, then looks for tasks. So one of the two sees the other.
 */
final class TaskTeam implements Executor {

    private final Executor threads;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();

    /** Asks {@code threads} for help; it may refuse. */
    TaskTeam(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        if (!isHelpOnItsWay()) {
            help();
        }
    }

    /** Calls for help if nobody has; {@code false}: none is to be had. */
    private boolean isHelpOnItsWay() {
        if (!called.compareAndSet(false, true)) {
            return true;
        }
        try {
            threads.execute(this::help);
            return true;
        } catch (RejectedExecutionException e) {
            called.set(false);
            return false;
        }
    }

    private void help() {
        called.set(false);
        for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
            run(task);
        }
    }

    private void run(Runnable task) {
        boolean done = false;
        try {
            // If there is none, this thread goes on behind this task.
            boolean unused = waiting.isEmpty() || isHelpOnItsWay();
            task.run();
            done = true;
        } finally {
            if (!done && !waiting.isEmpty() && !isHelpOnItsWay()) {
                help();
            }
        }
    }
}
