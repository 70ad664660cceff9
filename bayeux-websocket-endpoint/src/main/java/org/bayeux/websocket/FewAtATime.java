package org.bayeux.websocket;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bayeux.server.spi.Ticker;
import org.bayeux.server.spi.Timers;
import org.bayeux.websocket.Lanes.Lane;

/**
 * Runs tasks that may block on another executor, but only a few at a time, so that they do not take all of its threads.
 *
 * <p>Closing many sockets at once would stop Open Liberty otherwise: a close waits there for what another thread of the same
 * pool has to do first. Since a close may also hang there until a timeout of the network, a task that lasts too long makes
 * way for others: its thread ends after it and takes no other.
 *
 * <p>Thread-safe as {@link Lanes}, which holds all that changes. Whoever makes the lanes too few, by adding a task or by
 * losing a lane, opens those that are free afterwards, and has time watched if there is none.
 */
final class FewAtATime implements Executor {

    private final Executor executor;
    private final Timers timers;
    private final Lanes lanes;

    /**
     * Runs {@code most} tasks at a time on {@code executor}.
     *
     * @param patience after which a task does not count any more, see {@link Lanes#MOST_STUCK}
     */
    FewAtATime(Executor executor, Timers timers, Ticker ticker, int most, Duration patience) {
        this.executor = executor;
        this.timers = timers;
        this.lanes = new Lanes(ticker, most, patience);
    }

    /**
     * Runs the task on a thread of the executor, now or when another has ended or has lasted too long.
     *
     * @throws RejectedExecutionException if the executor refuses, and nobody else runs the task
     */
    @Override
    public void execute(Runnable task) {
        lanes.add(task);
        try {
            openLanes();
        } catch (RejectedExecutionException e) {
            if (lanes.withdraw(task)) {
                throw e;
            }
        } finally {
            watch();
        }
    }

    /** Has no more patience than this from now on, with tasks under way neither. */
    void hurry(Duration patience) {
        lanes.limit(patience);
        // A timer that runs already finds less to do.
        check();
    }

    private void openLanes() {
        for (Lane lane = lanes.open(); lane != null; lane = lanes.open()) {
            Lane opened = lane;
            try {
                executor.execute(() -> work(opened));
            } catch (RuntimeException | Error e) {
                lanes.end(opened);
                throw e;
            }
        }
    }

    private void work(Lane lane) {
        try {
            for (Runnable task = lanes.next(lane); task != null; task = lanes.next(lane)) {
                task.run();
            }
        } finally {
            // A task may have failed, or lasted too long, or others may wait for one that was stuck to end.
            lanes.end(lane);
            goOn();
        }
    }

    private void watch() {
        Duration delay = lanes.watch();
        if (delay != null) {
            timers.schedule(delay, this::check);
        }
    }

    private void check() {
        lanes.release();
        goOn();
    }

    /** What is refused a thread now is tried again at the next check. */
    private void goOn() {
        try {
            openLanes();
        } catch (RejectedExecutionException e) {
            WebSocketLog.noThread(e);
        } finally {
            watch();
        }
    }
}
