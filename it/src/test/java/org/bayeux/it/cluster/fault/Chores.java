package org.bayeux.it.cluster.fault;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What goes on besides the talk: on each node objects are changed while that is wanted, and numbers are taken all the time,
 * each of which may come once. Thread-safe.
 */
final class Chores implements AutoCloseable {

    private static final int TOLD = 5;
    private static final long PAUSE_MILLIS = 50;

    private final Set<Long> numbers = ConcurrentHashMap.newKeySet();
    private final Queue<String> repeated = new ConcurrentLinkedQueue<>();
    private final AtomicInteger steps = new AtomicInteger();
    private final ScheduledExecutorService executor;
    private volatile boolean changing;

    /** Begins on these nodes. */
    Chores(List<FaultNode> nodes) {
        executor = Executors.newScheduledThreadPool(2 * nodes.size());
        for (FaultNode node : nodes) {
            begin(() -> change(node));
            begin(() -> take(node));
        }
    }

    /** Lets the objects change. */
    void change() {
        changing = true;
    }

    /** Lets them be as they are. */
    void leaveAlone() {
        changing = false;
    }

    /** Numbers that came twice since this was asked last, or some of them. */
    List<String> takeRepeated() {
        List<String> taken = repeated.stream().limit(TOLD).toList();
        repeated.clear();
        return taken;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void begin(Runnable chore) {
        executor.scheduleWithFixedDelay(chore, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void change(FaultNode node) {
        if (changing) {
            boolean unused = node.desk().change(steps.incrementAndGet());
        }
    }

    private void take(FaultNode node) {
        node.desk().number().ifPresent(number -> {
            if (!numbers.add(number)) {
                repeated.add("the number " + number + " came again, on " + node);
            }
        });
    }
}
