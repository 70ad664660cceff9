package org.bayeux.oort.relay;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import org.bayeux.api.ChannelId;
import org.bayeux.oort.interest.Interest;
import org.bayeux.oort.link.Peer;
import org.bayeux.oort.link.Subject;
import org.bayeux.server.spi.ClusterInbox;
import org.bayeux.server.spi.Timers;
import org.bayeux.server.spi.Timers.Timer;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.JsonContext;
import org.bayeux.wire.MessageCodec;
import org.bayeux.wire.WireLimits;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is published here to the nodes that want it, and delivers here what they send. Those of one publisher and
 * channel keep their order: they are said in the order in which they were published, and processed one after another.
 *
 * <p>Thread-safe: immutable but for what it counts.
 */
public final class Relay implements Subject {

    private static final byte MARK = 'M';

    /** The server that published it has accepted it by its own limits. */
    private static final WireLimits AS_DEEP_AS_CAN_BE = new WireLimits(500);

    /** A listener that answers later holds up what the same node says, interest and presence too. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Interest interest;
    private final ClusterInbox inbox;
    private final MessageCodec codec;
    private final Timers timers;
    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();

    /** Makes a relay to those whom {@code interest} knows, and from them to {@code inbox}. */
    public Relay(Interest interest, ClusterInbox inbox, JsonContext json, Timers timers) {
        this.interest = interest;
        this.inbox = inbox;
        this.codec = new MessageCodec(json, AS_DEEP_AS_CAN_BE);
        this.timers = timers;
    }

    /** Sends a frozen message to all nodes that want it, the same bytes to each. */
    public void published(ChannelId channel, BayeuxMessage message) {
        byte[][] encoded = new byte[1][];
        interest.forEachInterested(channel, node -> {
            byte[] payload = encoded[0];
            if (payload == null) {
                payload = RelayedMessage.encode(MARK, message);
                encoded[0] = payload;
            }
            node.tell(payload);
            sent.increment();
        });
    }

    /** How many messages went to other nodes, one for each of them. */
    public long sent() {
        return sent.sum();
    }

    /** How many messages came from other nodes. */
    public long received() {
        return received.sum();
    }

    @Override
    public byte mark() {
        return MARK;
    }

    @Override
    public void opened(Peer node) {
        // What was published before a node came is none of its business.
    }

    @Override
    public @Nullable CompletionStage<?> received(Peer node, byte[] payload) {
        try {
            BayeuxMessage message = RelayedMessage.decode(payload, codec);
            String channel = message.getChannel();
            received.increment();
            CompletionStage<?> delivered = inbox.deliver(message);
            return delivered.toCompletableFuture().isDone() ? null : withPatience(node, channel, delivered);
        } catch (RuntimeException e) {
            RelayLog.unreadable(node, e);
            return null;
        }
    }

    private CompletionStage<?> withPatience(Peer node, String channel, CompletionStage<?> delivered) {
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        Timer timer = timers.schedule(PATIENCE, () -> {
            if (over.complete(false)) {
                RelayLog.waitsNoLonger(node, channel, PATIENCE.toSeconds());
            }
        });
        delivered.whenComplete((done, failure) -> {
            if (over.complete(true)) {
                timer.cancel();
            }
        });
        return over;
    }

    @Override
    public void left(Peer node) {
        // Its messages were delivered when they came.
    }
}
