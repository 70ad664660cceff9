package org.bayeux.server.engine.session;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a held connect on its way. A client that takes a response slowly can send no connect before it has it all,
 * so it is not silent meanwhile. A socket carries more than answers and tells of life by other means.
 *
 * <p>Thread-safe: whoever clears the flag tells that the answer no longer leaves.
 */
final class HeldAnswer implements Batch.Outcome {

    private final Session session;
    private final List<BayeuxMessage> carried;
    private final Consumer<List<BayeuxMessage>> whenUnsent;
    private final AtomicBoolean leaving = new AtomicBoolean();

    /** Makes one that tells which of the messages that it carries could not leave. */
    HeldAnswer(Session session, List<BayeuxMessage> carried, Consumer<List<BayeuxMessage>> whenUnsent) {
        this.session = session;
        this.carried = carried;
        this.whenUnsent = whenUnsent;
    }

    /** Sends these, which begin with what is carried. */
    void leave(List<BayeuxMessage> all, Outlet outlet) {
        if (!outlet.isStreaming()) {
            leaving.set(true);
            session.answerBegins();
        }
        boolean taken = false;
        try {
            outlet.write(new Batch(all, null, this));
            taken = true;
        } finally {
            if (!taken) {
                ends(false);
            }
        }
    }

    @Override
    public void settled(Batch batch, @Nullable Throwable failure) {
        session.settled(carried.size(), failure);
        if (failure == null) {
            session.flushed(carried);
        } else {
            int sent = Math.min(batch.messages().size() - batch.unsent().size(), carried.size());
            session.flushed(carried.subList(0, sent));
            whenUnsent.accept(carried.subList(sent, carried.size()));
        }
        ends(failure == null);
    }

    private void ends(boolean arrived) {
        if (leaving.compareAndSet(true, false)) {
            session.answerEnds(arrived);
        }
    }
}
