package org.bayeux.server.engine.session;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Loss;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * What a session that ends still has to say to its client. Listeners have their say about it before they hear of the end;
 * it leaves when nothing is on the way that it would overtake.
 *
 * <p>Thread-safe: whoever comes second of the one who prepares it and the one who frees the way writes it, and sees through
 * the counter what the first has done.
 */
final class LastWords {

    private final Session session;
    private final CloseReason reason;
    private final @Nullable HeldConnect held;
    private final @Nullable Outlet stream;
    private final AtomicInteger missing = new AtomicInteger(2);
    private List<BayeuxMessage> messages;
    private @Nullable BayeuxMessage reply;

    LastWords(
            Session session,
            CloseReason reason,
            @Nullable HeldConnect held,
            @Nullable Outlet stream,
            List<BayeuxMessage> messages) {
        this.session = session;
        this.reason = reason;
        this.held = held;
        this.stream = stream;
        this.messages = messages;
    }

    /** Lets a held connect go and asks the listeners. */
    void prepare() {
        if (held != null) {
            held.drop();
        }
        if (held != null || stream != null) {
            messages = session.leaving(messages);
        } else {
            session.lost(messages, Loss.SESSION_ENDED);
        }
        if (held != null) {
            reply = held.finish(Release.of(reason));
        }
        proceed();
    }

    /** Nothing is on its way to the client any more. */
    void wayIsFree() {
        proceed();
    }

    private void proceed() {
        if (missing.decrementAndGet() > 0) {
            return;
        }
        if (held != null) {
            held.send(session, messages, reply, unsent -> session.lost(unsent, Loss.SESSION_ENDED));
        } else if (stream != null && !messages.isEmpty()) {
            stream.write(new Batch(messages, null, (batch, failure) -> {
                List<BayeuxMessage> unsent = failure == null ? List.of() : batch.unsent();
                session.flushed(batch.messages().subList(0, batch.messages().size() - unsent.size()));
                session.lost(unsent, Loss.SESSION_ENDED);
            }));
        }
        if (stream != null && reason == CloseReason.DISMISSED) {
            stream.close();
        }
    }
}
