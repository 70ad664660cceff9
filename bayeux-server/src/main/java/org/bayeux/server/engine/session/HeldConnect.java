package org.bayeux.server.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * A connect that waits for messages. Its identity tells its timer whether it is still the one that is held.
 *
 * <p>Immutable.
 */
final class HeldConnect {

    private final ConnectRequest request;
    private final Deadline timeout;

    HeldConnect(ConnectRequest request, Deadline timeout) {
        this.request = request;
        this.timeout = timeout;
    }

    ConnectRequest request() {
        return request;
    }

    /** When it is answered even without messages. */
    Deadline timeout() {
        return timeout;
    }

    Outlet outlet() {
        return request.outlet();
    }

    /** Lets the connect go and answers it. */
    void answer(Session session, List<BayeuxMessage> messages, Release why) {
        drop();
        List<BayeuxMessage> carried = session.leaving(messages);
        send(session, carried, finish(why), session::putBack);
    }

    /** Makes the reply; {@code null}: an extension dropped it. */
    @Nullable
    BayeuxMessage finish(Release why) {
        return request.reply().finish(why);
    }

    /** Sends the reply behind these messages, as listeners left them. */
    void send(
            Session session,
            List<BayeuxMessage> carried,
            @Nullable BayeuxMessage reply,
            Consumer<List<BayeuxMessage>> whenUnsent) {
        List<BayeuxMessage> leaving = new ArrayList<>(carried);
        if (reply != null) {
            leaving.add(reply);
        }
        if (leaving.isEmpty() && outlet().isStreaming()) {
            return;
        }
        new HeldAnswer(session, carried, whenUnsent).leave(leaving, outlet());
    }

    /** Lets the connect go: it counts no longer, whether it will be answered or nobody is left to hear that. */
    void drop() {
        timeout.cancel();
        request.released().run();
    }
}
