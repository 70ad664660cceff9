package org.bayeux.server.engine.publish;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bayeux.server.engine.session.SessionHandle;
import org.jspecify.annotations.Nullable;

/**
 * What messages that came together bring to one session leaves together too: in one frame or response instead of one for
 * each.
 *
 * <p>Confined to the thread between {@link #begin} and {@link #end}. Another one, such as that of an asynchronous policy, finds
 * that it is not the owner, and gathers nothing.
 */
public final class GatheredFlush {

    private final FlushPace pace;
    private List<SessionHandle> waiting = new ArrayList<>(0);
    private @Nullable Thread owner;

    /** Makes one that gathers nothing yet, and tells {@code pace} how much leaves. */
    public GatheredFlush(FlushPace pace) {
        this.pace = pace;
    }

    /** This thread processes messages that came together; {@link #end} must follow. */
    public void begin() {
        owner = Thread.currentThread();
    }

    /** This thread ceases to process them, before another may go on; does nothing on a thread that is not the owner. */
    public void end() {
        if (isOwner()) {
            try {
                flush();
            } finally {
                owner = null;
            }
        }
    }

    /** Needs no lock: no thread but this one writes that it is the owner. */
    boolean isOwner() {
        return owner == Thread.currentThread();
    }

    /** What this session receives waits from now on. */
    void hold(SessionHandle receiver) {
        if (receiver.session().startGathering()) {
            waiting.add(receiver);
        }
    }

    /** Lets all that is held leave: something else comes that may take its time, or has to be behind it. */
    public void flush() {
        if (isOwner() && !waiting.isEmpty()) {
            List<SessionHandle> held = waiting;
            waiting = new ArrayList<>(0);
            pace.leaves(held.size());
            flush(held.iterator());
        }
    }

    /** One that fails, which is a bug, must not hold back the others. */
    private static void flush(Iterator<SessionHandle> held) {
        while (held.hasNext()) {
            boolean done = false;
            try {
                held.next().session().endGathering();
                done = true;
            } finally {
                if (!done) {
                    flush(held);
                }
            }
        }
    }
}
