package org.bayeux.server.engine.session;

import java.util.concurrent.atomic.AtomicBoolean;
import org.bayeux.api.Channel;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.wire.BayeuxMessage;

/**
 * Sends a client away: it is told so, then its session is closed.
 *
 * <p>Thread-safe: whoever sets the flag says it, once.
 */
final class Farewell {

    private final SessionHandle handle;
    private final SessionHost host;
    private final AtomicBoolean said = new AtomicBoolean();

    Farewell(SessionHandle handle, SessionHost host) {
        this.handle = handle;
        this.host = host;
    }

    void say(BayeuxMessage message) {
        if (!said.compareAndSet(false, true)) {
            return;
        }
        try {
            if (handle.isHandshook()) {
                tell(message);
            }
        } finally {
            handle.session().close(CloseReason.DISMISSED);
        }
    }

    private void tell(BayeuxMessage message) {
        message.setChannel(Channel.META_DISCONNECT);
        message.setSuccessful(true);
        if (host.sending(null, handle, message) && handle.outgoingReply(message) && UserCode.encodes(message::freeze)) {
            // Nothing may leave between this and the end.
            handle.session().startBatch();
            handle.session().offer(message, null, QueuePolicy.LISTENER);
        }
    }
}
