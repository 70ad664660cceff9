package org.bayeux.server.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets calls begin at the same moment on threads of their own, again and again, each a random bit later than the others so
 * that they meet at different places.
 */
public final class Race implements AutoCloseable {

    /** How often each race is run. */
    public static final int ROUNDS = 20_000;

    private static final int LIMIT_SECONDS = 20;
    private static final int SPINS_BEFORE_YIELD = 200;
    private static final int MOST_DELAY = 400;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Random random = new Random(4711);

    /** Runs all of them; returns when each has returned. */
    public void run(Runnable... racers) {
        AtomicInteger atStart = new AtomicInteger(racers.length);
        List<Future<?>> finishing = new ArrayList<>(racers.length - 1);
        for (int i = 1; i < racers.length; i++) {
            Runnable racer = racers[i];
            int delay = random.nextInt(MOST_DELAY);
            finishing.add(threads.submit(() -> start(atStart, delay, racer)));
        }
        start(atStart, random.nextInt(MOST_DELAY), racers[0]);
        finishing.forEach(Race::await);
    }

    /** Runs something beside the race. */
    public void beside(Runnable work) {
        threads.execute(work);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static void start(AtomicInteger atStart, int delay, Runnable racer) {
        atStart.decrementAndGet();
        for (int spins = 0; atStart.get() > 0; spins++) {
            if (spins < SPINS_BEFORE_YIELD) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        for (int i = 0; i < delay; i++) {
            Thread.onSpinWait();
        }
        racer.run();
    }

    private static void await(Future<?> racer) {
        try {
            racer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("a racer failed", e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("a racer did not arrive", e);
        }
    }
}
