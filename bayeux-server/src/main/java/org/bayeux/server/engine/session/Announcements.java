package org.bayeux.server.engine.session;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells listeners what happened to a session, one thing after another and in the order in which it happened, although
 * any thread may make it happen. Nobody waits: a thread that comes while another one tells leaves its news to that one.
 *
 * <p>Thread-safe without a lock: whoever raises the count of calls from zero tells all that is noted.
 */
final class Announcements {

    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();

    /** Notes what is to be told. Its place is the moment of this call, so it may be made under the lock that decides. */
    void note(Runnable telling) {
        news.add(telling);
    }

    /** Tells what is noted; called with no lock held. */
    void tell() {
        if (calls.getAndIncrement() > 0) {
            return;
        }
        int answered = 1;
        while (answered > 0) {
            for (Runnable telling = news.poll(); telling != null; telling = news.poll()) {
                telling.run();
            }
            answered = calls.addAndGet(-answered);
        }
    }
}
