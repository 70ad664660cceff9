package org.bayeux.server.engine.dispatch;

import java.time.Duration;
import org.bayeux.api.Channel;
import org.bayeux.api.ChannelId;
import org.bayeux.api.Message;
import org.bayeux.server.engine.message.Advice;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * One received message on its way through a handler.
 *
 * @param exchange the array it came in
 * @param message what came
 * @param reply what will be answered
 * @param channelOrNull the channel it names; {@code null} if that is none
 * @param sender the session of its sender; {@code null} if it has none, or none that it may use from where it is
 */
record Request(
        Exchange exchange,
        BayeuxMessage message,
        BayeuxMessage reply,
        @Nullable ChannelId channelOrNull,
        @Nullable SessionHandle sender) {

    /** Long enough for clients not to be a burden to whatever does not work. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    /** The channel it names, where the dispatcher has made sure that it is one. */
    ChannelId channel() {
        if (channelOrNull == null) {
            throw new IllegalStateException("a message without a legal channel reached a handler");
        }
        return channelOrNull;
    }

    /** The session of its sender, where the dispatcher has made sure that there is one. */
    SessionHandle session() {
        if (sender == null) {
            throw new IllegalStateException("a message without a session reached the handler of " + channelOrNull);
        }
        return sender;
    }

    /** Whether its reply is the one that messages travel with. */
    boolean isConnect() {
        return isOn(Channel.META_CONNECT);
    }

    /** Answers that it was done. */
    Outcome succeed() {
        reply.setSuccessful(true);
        return Outcome.REPLIED;
    }

    /** Answers that it was not done; who has no session is told to get one, who may have none to stay away. */
    Outcome refuse(String error) {
        if (sender == null) {
            return refuseUnknown();
        }
        if (isOn(Channel.META_HANDSHAKE)) {
            Advice.none(reply);
        }
        return reject(error);
    }

    /** Answers that nobody could tell whether it may be done; who wants a session may try again in a while. */
    Outcome fail(String error) {
        if (isOn(Channel.META_HANDSHAKE)) {
            Advice.handshakeLater(reply, PAUSE_AFTER_FAILURE);
        }
        return reject(error);
    }

    /** Answers that the sender's session is not known, or not here. */
    Outcome refuseUnknown() {
        Advice.handshake(reply);
        return reject(BayeuxError.SESSION_UNKNOWN);
    }

    /** Answers that an extension wants no more of it, for the reason that the extension has put into the reply, if any. */
    Outcome drop() {
        return reject(reply.get(Message.ERROR_FIELD) instanceof String why ? why : BayeuxError.MESSAGE_DELETED);
    }

    /** Answers that something is wrong with the message itself. */
    Outcome reject(String error) {
        reply.setSuccessful(false);
        reply.put(Message.ERROR_FIELD, error);
        return Outcome.REPLIED;
    }

    /** Whether it is on this meta channel. */
    boolean isOn(String metaChannel) {
        return channelOrNull != null && channelOrNull.getId().equals(metaChannel);
    }
}
