package org.bayeux.server.engine.dispatch;

import java.util.List;
import org.bayeux.api.Channel;
import org.bayeux.wire.BayeuxMessage;

/** What of a received array is looked at. Stateless. */
final class ReceivedArray {

    private ReceivedArray() {}

    /**
     * A handshake makes everything beside it meaningless, so that is ignored (appendix C, 4.1). Of more messages than are
     * processed the first is kept to be refused, and answers for all behind it: a small request must not cost a large answer.
     */
    static List<BayeuxMessage> toBeAnswered(List<BayeuxMessage> messages, int mostProcessed) {
        for (BayeuxMessage message : messages) {
            if (message.hasChannel() && isHandshake(message.getChannel())) {
                return List.of(message);
            }
        }
        return messages.size() - 1 > mostProcessed ? messages.subList(0, mostProcessed + 1) : messages;
    }

    /** The slash that a channel may end in is not taken off yet. */
    private static boolean isHandshake(String channel) {
        return channel.startsWith(Channel.META_HANDSHAKE)
                && (channel.equals(Channel.META_HANDSHAKE) || channel.equals(Channel.META_HANDSHAKE + "/"));
    }
}
