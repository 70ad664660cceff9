package org.bayeux.server.engine.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bayeux.api.ChannelId;
import org.bayeux.api.Message;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * What a subscribe or unsubscribe names: one channel or pattern, or several.
 *
 * @param channels what it names; empty if there is an error
 * @param error what is wrong with it
 */
record SubscriptionField(List<ChannelId> channels, @Nullable String error) {

    /** More than any known client names in one message; each may cost a channel and a question to the policy. */
    private static final int MOST_NAMES = 1000;

    static SubscriptionField of(BayeuxMessage message, Grammar grammar) {
        Object field = message.get(Message.SUBSCRIPTION_FIELD);
        Collection<?> names = field instanceof Collection<?> several ? several : listOf(field);
        if (names.isEmpty()) {
            return new SubscriptionField(List.of(), BayeuxError.SUBSCRIPTION_MISSING);
        }
        if (names.size() > MOST_NAMES) {
            return new SubscriptionField(List.of(), BayeuxError.SUBSCRIPTION_INVALID);
        }
        List<ChannelId> channels = new ArrayList<>(names.size());
        for (Object name : names) {
            ChannelId channel = name instanceof String text && grammar.isChannelName(text) ? grammar.parse(text) : null;
            if (channel == null || channel.isTemplate()) {
                return new SubscriptionField(List.of(), BayeuxError.SUBSCRIPTION_INVALID);
            }
            channels.add(channel);
        }
        return new SubscriptionField(channels, null);
    }

    /** The reply names what the request named, as it named it. */
    static void echo(BayeuxMessage request, BayeuxMessage reply) {
        Object field = request.get(Message.SUBSCRIPTION_FIELD);
        if (field != null) {
            reply.put(Message.SUBSCRIPTION_FIELD, field);
        }
    }

    private static List<?> listOf(@Nullable Object single) {
        return single == null ? List.of() : List.of(single);
    }
}
