package org.bayeux.server.engine.session;

import java.util.List;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way to a socket. When it has left, the next one is taken, by a loop where the outlet settles within
 * the call, so that a fast outlet does not nest calls without end. After a long row another thread takes over.
 *
 * <p>The fields are confined to the thread that runs the write: another thread that settles the batch only finds that it
 * is not the owner.
 */
final class StreamWrite implements Batch.Outcome {

    static final int MOST_IN_A_ROW = 256;

    private final Session session;
    private final Outlet outlet;
    private final List<BayeuxMessage> messages;
    private @Nullable Thread owner;
    private List<BayeuxMessage> unsent = List.of();
    private boolean settledInside;
    private @Nullable Throwable failure;

    StreamWrite(Session session, Outlet outlet, List<BayeuxMessage> messages) {
        this.session = session;
        this.outlet = outlet;
        this.messages = messages;
    }

    Outlet outlet() {
        return outlet;
    }

    List<BayeuxMessage> messages() {
        return messages;
    }

    int size() {
        return messages.size();
    }

    /** After a failure: what did not leave, as listeners left it. */
    List<BayeuxMessage> unsent() {
        return unsent;
    }

    /** Sends this batch and those behind it, but not all day: the caller may be a publisher with other duties. */
    void run() {
        StreamWrite write = this;
        for (int i = 0; write != null && i < MOST_IN_A_ROW; i++) {
            write = write.once();
        }
        if (write != null) {
            session.later(write::run);
        }
    }

    @Override
    public void settled(Batch batch, @Nullable Throwable cause) {
        List<BayeuxMessage> all = batch.messages();
        unsent = cause == null ? List.of() : batch.unsent();
        session.settled(all.size(), cause);
        session.flushed(unsent.isEmpty() ? all : all.subList(0, all.size() - unsent.size()));
        if (owner == Thread.currentThread()) {
            settledInside = true;
            failure = cause;
        } else {
            StreamWrite next = session.written(this, cause);
            if (next != null) {
                next.run();
            }
        }
    }

    private @Nullable StreamWrite once() {
        List<BayeuxMessage> leaving = session.leaving(messages);
        if (leaving.isEmpty()) {
            return session.written(this, null);
        }
        owner = Thread.currentThread();
        outlet.write(new Batch(leaving, null, this));
        owner = null;
        return settledInside ? session.written(this, failure) : null;
    }
}
