package org.bayeux.server.engine.watch;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.spi.Trace;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.Companion;
import org.jspecify.annotations.Nullable;

/**
 * The way of one message from its publication to the last of its receivers. The publisher holds it open until it has reached
 * all their queues; each queue, and each batch on its way, holds it open until the message has left.
 *
 * <p>Thread-safe: whoever lowers the count to zero ends it, and it stays ended.
 */
public final class Journey implements Companion {

    private final long begun;
    private final List<Trace> traces;
    private final AtomicInteger open = new AtomicInteger(1);
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger flushed = new AtomicInteger();

    Journey(long begun, List<Trace> traces) {
        this.begun = begun;
        this.traces = traces;
    }

    /** When the message was published, by the ticker of the server. */
    long begun() {
        return begun;
    }

    @Override
    public void keep() {
        if (open.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0) {
            kept.incrementAndGet();
        }
    }

    @Override
    public void letGo() {
        if (open.getAndUpdate(count -> count == 0 ? 0 : count - 1) == 1) {
            int arrived = flushed.get();
            int lost = Math.max(0, kept.get() - arrived);
            traces.forEach(trace -> UserCode.run(trace, () -> trace.end(arrived, lost)));
        }
    }

    /** One receiver has it. */
    void arrived() {
        flushed.incrementAndGet();
        letGo();
    }

    /** Does the work of the publisher, and whatever of it goes on later. */
    public <T> CompletionStage<T> follow(Supplier<CompletionStage<T>> work) {
        CompletionStage<T> result = null;
        try {
            result = within(work);
        } finally {
            if (result == null) {
                letGo();
            }
        }
        if (result.toCompletableFuture().isDone()) {
            letGo();
            // The very stage, which callers compare with what they know.
            return result;
        }
        return result.whenComplete((value, failure) -> letGo());
    }

    /** The same for work that is done when it returns. */
    public <T> T finish(Supplier<T> work) {
        try {
            return within(work);
        } finally {
            letGo();
        }
    }

    /** An executor that works on a message, if anybody follows it. */
    public static Executor on(BayeuxMessage message, Executor executor) {
        return message.companion() instanceof Journey journey && !journey.traces.isEmpty()
                ? work -> executor.execute(() -> journey.within(work))
                : executor;
    }

    /** Works on a message, which somebody may follow. */
    public static void run(BayeuxMessage message, Runnable work) {
        if (message.companion() instanceof Journey journey) {
            journey.within(work);
        } else {
            work.run();
        }
    }

    private void within(Runnable work) {
        within(() -> {
            work.run();
            return true;
        });
    }

    private <T> T within(Supplier<T> work) {
        return within(0, work);
    }

    private <T> T within(int index, Supplier<T> work) {
        if (index == traces.size()) {
            return work.get();
        }
        Trace.@Nullable Scope scope = enter(traces.get(index));
        try {
            return within(index + 1, work);
        } finally {
            if (scope != null) {
                UserCode.run(scope, scope::close);
            }
        }
    }

    private static Trace.@Nullable Scope enter(Trace trace) {
        try {
            return trace.enter();
        } catch (RuntimeException | Error e) {
            UserCode.failedLater(trace, e);
            return null;
        }
    }
}
