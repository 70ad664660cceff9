package org.bayeux.server.engine.dispatch;

import java.util.List;
import org.bayeux.api.Channel;
import org.bayeux.server.config.AbuseLimits;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.wire.BayeuxMessage;
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

    /** How many of the messages to come can be too fast. */
    private int coming;

    /** How many more the session that is active may send. */
    private int allowance;

    Admission(AbuseLimits limits, List<BayeuxMessage> messages) {
        this.limits = limits;
        for (BayeuxMessage message : messages) {
            coming += isVital(message) ? 0 : 1;
        }
    }

    /** What follows, up to {@link #ends}, is of this session. */
    void begins(SessionHandle session) {
        allowance = session.session().exchangeBegins(coming, rateOf(session));
    }

    /** What follows is no longer of this session, which has back what it did not use. */
    void ends(SessionHandle session) {
        session.session().exchangeEnds(Math.max(0, allowance), rateOf(session));
    }

    /** The error of the next message, or {@code null} if it is to be processed. */
    @Nullable
    String refusal(Request request) {
        SessionHandle sender = request.sender();
        boolean vital = isVital(request.message());
        seen++;
        coming -= vital ? 0 : 1;
        if (request.message().isNestedTooDeep()) {
            return BayeuxError.NESTED_TOO_DEEP;
        }
        if (seen > limits.maxMessagesPerBatch() && (sender == null || !sender.isLocalSession())) {
            return BayeuxError.BATCH_TOO_LONG;
        }
        return sender != null && !vital && --allowance < 0 ? BayeuxError.TOO_FAST : null;
    }

    private int rateOf(SessionHandle session) {
        return session.isLocalSession() ? -1 : limits.maxMessageRate();
    }

    private static boolean isVital(BayeuxMessage message) {
        String channel = message.hasChannel() ? message.getChannel() : "";
        return isOn(channel, Channel.META_CONNECT) || isOn(channel, Channel.META_DISCONNECT);
    }

    /** With or without the slash that a channel may end in. */
    private static boolean isOn(String channel, String meta) {
        return channel.startsWith(meta)
                && (channel.length() == meta.length()
                        || (channel.length() == meta.length() + 1 && channel.endsWith("/")));
    }
}
