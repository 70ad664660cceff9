package org.bayeux.server.engine.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.server.config.QueueLimits;
import org.bayeux.server.engine.message.Messages;
import org.bayeux.server.spi.Loss;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.JsonContext;
import org.bayeux.wire.MessageCodec;
import org.bayeux.wire.WireLimits;

/** A session on a clock turned by hand. Confined to one thread. */
final class TestSession implements SessionEvents {

    static final Duration TIMEOUT = Duration.ofSeconds(30);
    static final Duration MAX_INTERVAL = Duration.ofSeconds(10);
    static final Duration A_MOMENT = Duration.ofMillis(1);

    static final Messages MESSAGES =
            new Messages(new MessageCodec(JsonContext.load(TestSession.class.getClassLoader()), WireLimits.DEFAULT));

    final ManualTime time = new ManualTime();
    final QueueBudget budget = new QueueBudget(-1);
    final List<CloseReason> ends = new ArrayList<>();
    final List<Boolean> reached = new ArrayList<>();
    final Session session;

    TestSession() {
        this(limits(false, -1));
    }

    TestSession(SessionLimits limits) {
        session = new Session(new SessionTime(time, time, time), budget, this, limits);
    }

    static SessionLimits limits(boolean metaConnectDeliverOnly, int maxQueue) {
        return new SessionLimits(
                TIMEOUT,
                Duration.ZERO,
                MAX_INTERVAL,
                Duration.ofSeconds(5),
                metaConnectDeliverOnly,
                new QueueLimits(maxQueue, -1, QueuePolicy.LISTENER),
                Optional.empty());
    }

    static BayeuxMessage message(String id) {
        return message("/test", id);
    }

    static BayeuxMessage message(String channel, String id) {
        BayeuxMessage message = MESSAGES.carrying(channel, id);
        message.setId(id);
        message.freeze();
        return message;
    }

    Offer offer(String id) {
        return session.offer(message(id), null, null);
    }

    Offer offerLazy(String id, Duration lazyFor) {
        return session.offer(message(id), lazyFor, null);
    }

    /** A connect that may be held for the usual time. */
    TestConnect connect(Outlet outlet) {
        TestConnect connect = new TestConnect(MESSAGES);
        session.connect(connect.request(outlet, TIMEOUT));
        return connect;
    }

    /** A connect that wants its answer at once. */
    boolean connectWithoutHold(Outlet outlet) {
        return session.connect(new TestConnect(MESSAGES).request(outlet, Duration.ZERO));
    }

    /** What a response takes along that leaves anyway. */
    List<String> drain(boolean withConnect) {
        return idsOf(session.drain(withConnect));
    }

    List<String> queued() {
        return idsOf(session.queued());
    }

    Class<? extends SessionState> state() {
        return session.state().getClass();
    }

    @Override
    public List<BayeuxMessage> leaving(List<BayeuxMessage> messages) {
        return messages;
    }

    @Override
    public void settled(int messages, Throwable failure) {}

    @Override
    public void flushed(List<BayeuxMessage> messages) {}

    @Override
    public void lost(int messages, Loss why) {}

    @Override
    public Runnable reachable(boolean again) {
        return () -> reached.add(again);
    }

    @Override
    public void closed(CloseReason reason) {
        ends.add(reason);
    }

    static List<String> idsOf(List<BayeuxMessage> messages) {
        return messages.stream().map(BayeuxMessage::getId).toList();
    }
}
