package org.bayeux.server.engine.dispatch;

import org.bayeux.api.Channel;
import org.bayeux.server.config.AbuseLimits;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.session.SessionHandle;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of one exchange are refused because their client takes too much, before anything is done for them.
 * Connects and disconnects do not count as sent too fast: without them the session would break.
 *
 * <p>Confined to its exchange.
 */
final class Admission {

    private final AbuseLimits limits;
    private int seen;
    private int allowance;

    Admission(AbuseLimits limits) {
        this.limits = limits;
    }

    /** Those that follow, so many at most, are of this session. */
    void begins(SessionHandle session, int messages) {
        allowance = session.session().exchangeBegins(messages, session.isLocalSession() ? -1 : limits.maxMessageRate());
    }

    /** The error of the next message, or {@code null} if it is to be processed. */
    @Nullable
    String refusal(Request request) {
        SessionHandle sender = request.sender();
        seen++;
        if (request.message().isNestedTooDeep()) {
            return BayeuxError.NESTED_TOO_DEEP;
        }
        if (seen > limits.maxMessagesPerBatch() && (sender == null || !sender.isLocalSession())) {
            return BayeuxError.BATCH_TOO_LONG;
        }
        boolean vital = request.isConnect() || request.isOn(Channel.META_DISCONNECT);
        return sender != null && !vital && --allowance < 0 ? BayeuxError.TOO_FAST : null;
    }
}
