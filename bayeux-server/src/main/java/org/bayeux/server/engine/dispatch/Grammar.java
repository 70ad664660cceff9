package org.bayeux.server.engine.dispatch;

import java.util.BitSet;
import org.bayeux.api.ChannelId;
import org.bayeux.server.config.ChannelLimits;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * Whether names are legal: short enough and, looked at only if configured so, by the grammar of the protocol (appendix C,
 * 2.1).
 */
final class Grammar {

    private static final BitSet TOKEN = charactersOf("-_!~()$@");
    private static final BitSet CHANNEL = charactersOf("-_!~()$@/*");

    private final boolean enforced;
    private final ChannelLimits limits;

    Grammar(boolean enforced, ChannelLimits limits) {
        this.enforced = enforced;
        this.limits = limits;
    }

    /** The parsed form of a channel name that a client sent, or {@code null} if it is none, or too long or deep. */
    @Nullable
    ChannelId parse(String name) {
        try {
            return limits.allow(name) ? new ChannelId(name) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The error in the fields of a message that are the same for all channels, or {@code null}. */
    @Nullable
    String errorIn(BayeuxMessage message) {
        if (!enforced) {
            return null;
        }
        if (!consistsOf(CHANNEL, message.getChannel())) {
            return BayeuxError.CHANNEL_INVALID;
        }
        String id = message.getId();
        return id != null && !consistsOf(TOKEN, id) ? BayeuxError.ID_INVALID : null;
    }

    boolean isChannelName(String name) {
        return !enforced || consistsOf(CHANNEL, name);
    }

    private static boolean consistsOf(BitSet legal, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!legal.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static BitSet charactersOf(String marks) {
        BitSet legal = new BitSet();
        legal.set('a', 'z' + 1);
        legal.set('A', 'Z' + 1);
        legal.set('0', '9' + 1);
        marks.chars().forEach(legal::set);
        return legal;
    }
}
