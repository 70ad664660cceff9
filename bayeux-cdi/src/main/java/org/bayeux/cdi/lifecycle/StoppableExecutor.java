package org.bayeux.cdi.lifecycle;

import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loses no task when its application stops: servers drop without a word what still waits for a managed thread when the
 * application that asked for it goes away, and a held request would never be answered. Nor does it send callers away
 * because the server's pool is full, as long as a thread of it works for us.
 *
 * <p>Thread-safe. A task is run once, by the thread that the container gives or by the one that stops. {@code stopped}
 * is written once, before {@code open} is walked through; whoever has a task adds it to {@code open} before looking at
 * {@code stopped}, so one of the two sees the other. In the same way, whoever adds to {@code refused} then looks at
 * {@code accepted}, which those that work count down before they look at {@code refused}.
 */
final class StoppableExecutor implements Executor {

    private final Executor threads;
    private final Duration patience;
    private final Set<Task> open = ConcurrentHashMap.newKeySet();

    /** Those that wait since the server had no thread for them. */
    private final Queue<Task> refused = new ConcurrentLinkedQueue<>();

    /** How many tasks the server has taken and not finished. */
    private final AtomicInteger accepted = new AtomicInteger();

    private volatile boolean stopped;

    /** Runs tasks on {@code threads}; stopping takes at most {@code patience} longer than the tasks that wait. */
    StoppableExecutor(Executor threads, Duration patience) {
        this.threads = threads;
        this.patience = patience;
    }

    /** Never runs the task on the calling thread; refuses it once stopped. */
    @Override
    public void execute(Runnable runnable) {
        Task task = new Task(runnable);
        open.add(task);
        if (stopped && task.withdraw()) {
            throw new RejectedExecutionException("The server has stopped");
        }
        accepted.incrementAndGet();
        try {
            threads.execute(() -> work(task));
        } catch (RuntimeException e) { // some containers throw others than the one that they should
            accepted.decrementAndGet();
            waitForAnother(task, e);
        }
    }

    private void work(Task first) {
        first.run();
        accepted.decrementAndGet();
        for (Task next = refused.poll(); next != null; next = refused.poll()) {
            next.run();
        }
    }

    private void waitForAnother(Task task, RuntimeException reason) {
        refused.add(task);
        if (accepted.get() == 0 && refused.remove(task) && task.withdraw()) {
            throw new RejectedExecutionException("No thread for a task", reason);
        }
    }

    /** Runs here what has not begun, then waits a little for what has. */
    void stop() {
        stopped = true;
        open.forEach(Task::run);
        CompletableFuture<?>[] underWay = open.stream().map(Task::end).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(underWay).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            CdiLog.tasksUnderWay(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A task ends normally, whatever it does", e);
        }
    }

    /** Something to run, which whoever swaps {@code taken} may run or withdraw. */
    private final class Task implements Runnable {

        private final Runnable runnable;
        private final AtomicBoolean taken = new AtomicBoolean();
        private final CompletableFuture<Void> end = new CompletableFuture<>();

        Task(Runnable runnable) {
            this.runnable = runnable;
        }

        @Override
        public void run() {
            if (taken.compareAndSet(false, true)) {
                try {
                    runnable.run();
                } catch (RuntimeException | Error e) {
                    CdiLog.taskFailed(e);
                } finally {
                    hasEnded();
                }
            }
        }

        /** Whether nobody runs it, now or later. */
        boolean withdraw() {
            boolean withdrawn = taken.compareAndSet(false, true);
            if (withdrawn) {
                hasEnded();
            }
            return withdrawn;
        }

        /** Completed when it has run or will not. */
        CompletableFuture<Void> end() {
            return end;
        }

        private void hasEnded() {
            open.remove(this);
            end.complete(null);
        }
    }
}
