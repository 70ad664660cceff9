package org.bayeux.server.engine.session;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayeux.server.engine.guard.UserCode;

/**
 * Does one thing after another, in the order in which they were noted, although any thread may note and run them: telling
 * listeners what happened, for example. Nobody waits: a thread that comes while another one runs leaves its part to that
 * one.
 *
 * <p>Thread-safe without a lock: whoever raises the count of calls from zero runs all that is noted.
 */
public final class Turns {

    private final Queue<Runnable> noted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();

    private final Executor within;

    /** Makes one with nothing to do. */
    public Turns() {
        this(Runnable::run);
    }

    /** Makes one whose turns are all run by this, on the thread that hands them over. */
    Turns(Executor within) {
        this.within = within;
    }

    /** Notes what is to be done. Its place is the moment of this call, so it may be made under the lock that decides. */
    public void note(Runnable turn) {
        noted.add(turn);
    }

    /** Does what is noted; called with no lock held. */
    public void run() {
        if (calls.getAndIncrement() > 0) {
            return;
        }
        int answered = 1;
        while (answered > 0) {
            for (Runnable next = noted.poll(); next != null; next = noted.poll()) {
                Runnable turn = next;
                // Nobody would ever get a turn again behind one that throws.
                within.execute(() -> UserCode.run(turn, turn));
            }
            answered = calls.addAndGet(-answered);
        }
    }
}
