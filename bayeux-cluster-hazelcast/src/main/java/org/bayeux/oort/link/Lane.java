package org.bayeux.oort.link;

import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one after another, on whatever threads; one that goes on later holds up those behind it.
 *
 * <p>Thread-safe without a lock: whoever raises the number of pending tasks from zero works until it is zero again, and
 * hands that duty over where a task goes on later. A task that throws is told in the log, and keeps none from running.
 */
public final class Lane {

    private static final System.Logger LOGGER = System.getLogger(Lane.class.getName());

    private final Executor threads;
    private final Queue<Supplier<? extends @Nullable CompletionStage<?>>> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();

    /** Makes a lane without tasks. */
    public Lane(Executor threads) {
        this.threads = threads;
    }

    /** Runs a task behind those before it. */
    public void run(Runnable task) {
        addAtOnce(task);
        wake(1);
    }

    /** As {@link #add}, for a task that is over when it returns. */
    public void addAtOnce(Runnable task) {
        add(() -> {
            task.run();
            return null;
        });
    }

    /**
     * Gives a task its place, without running anything, so under a lock too; to be followed by {@link #wake}. It is over when
     * its stage is, whatever its result; {@code null}: at once.
     */
    public void add(Supplier<? extends @Nullable CompletionStage<?>> task) {
        tasks.add(task);
    }

    /** Lets as many tasks run as the caller has added. */
    public void wake(int added) {
        if (added > 0 && pending.getAndAdd(added) == 0) {
            threads.execute(this::work);
        }
    }

    private void work() {
        do {
            CompletionStage<?> rest = resultOf(tasks.remove());
            if (rest != null && !rest.toCompletableFuture().isDone()) {
                rest.whenComplete((result, failure) -> threads.execute(this::goOn));
                return;
            }
        } while (pending.decrementAndGet() > 0);
    }

    /** Whatever it is that has failed, such as a lack of memory: without the next task the lane would stand still for ever. */
    private static @Nullable CompletionStage<?> resultOf(Supplier<? extends @Nullable CompletionStage<?>> task) {
        try {
            return task.get();
        } catch (Throwable e) {
            LOGGER.log(System.Logger.Level.ERROR, "BYX-6009: A task of the cluster failed.", e);
            return null;
        }
    }

    private void goOn() {
        if (pending.decrementAndGet() > 0) {
            work();
        }
    }
}
