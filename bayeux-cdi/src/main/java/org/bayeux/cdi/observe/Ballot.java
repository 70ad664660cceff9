package org.bayeux.cdi.observe;

import java.util.Map;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.ChannelMessage;
import org.bayeux.cdi.VetoableMessage;
import org.jspecify.annotations.Nullable;

/** A message and what one observer has to say against it. Confined to the thread of the message. */
final class Ballot<T> implements VetoableMessage<T> {

    private final ChannelMessage<T> received;
    private @Nullable String reason;
    private boolean over;

    Ballot(ChannelMessage<T> received) {
        this.received = received;
    }

    /** Ends the vote; what the observer said, {@code null} if nothing. */
    @Nullable
    String close() {
        over = true;
        return reason;
    }

    @Override
    public void veto(String why) {
        if (over) {
            throw new IllegalStateException(
                    "too late for a veto: the message has gone on when its observer returned, as with @Observes only");
        }
        if (reason == null) {
            reason = why;
        }
    }

    @Override
    public ServerChannel channel() {
        return received.channel();
    }

    @Override
    public @Nullable ServerSession session() {
        return received.session();
    }

    @Override
    public ServerMessage message() {
        return received.message();
    }

    @Override
    public @Nullable T payload() {
        return received.payload();
    }

    @Override
    public Map<String, String> parameters() {
        return received.parameters();
    }
}
