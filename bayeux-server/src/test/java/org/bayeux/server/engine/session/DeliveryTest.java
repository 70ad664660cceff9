package org.bayeux.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.engine.message.Messages;
import org.bayeux.server.engine.watch.Figures;
import org.bayeux.server.engine.watch.Journeys;
import org.bayeux.server.engine.watch.Story;
import org.bayeux.server.engine.watch.Watch;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.JsonContext;
import org.bayeux.wire.JsonWriteException;
import org.bayeux.wire.MessageCodec;
import org.bayeux.wire.WireLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A message towards a session: extensions, listeners, the limit of the queue. */
class DeliveryTest {

    private static final int MAX_QUEUE = 2;

    private final Messages messages =
            new Messages(new MessageCodec(JsonContext.load(getClass().getClassLoader()), WireLimits.DEFAULT));
    private final ManualTime time = new ManualTime();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final SessionHandle session = new SessionHandle(
            "client",
            new QuietHost(),
            messages,
            new SessionTime(time, time, time),
            new QueueBudget(-1),
            TestSession.limits(false, MAX_QUEUE),
            new SessionOrigin(new ClientBinding(null, false, new Fingerprint(null, null, null, null)), null, null));
    private final RecordingOutlet socket = RecordingOutlet.socket();

    @Test
    void messageReachesTheQueue() {
        deliver("a");

        assertThat(queued()).containsExactly("a");
    }

    @Test
    void extensionMayDropIt() {
        session.addExtension(sending(message -> null));

        deliver("a");

        assertThat(queued()).isEmpty();
    }

    @Test
    void extensionMayReplaceItForThisSession() {
        session.addExtension(sending(message -> message("b")));

        deliver("a");

        assertThat(queued()).containsExactly("b");
    }

    @Test
    void replacementWithoutJsonFormIsDroppedAndHurtsNobodyElse() {
        session.addExtension(sending(message -> unwritable()));

        deliver("a");

        assertThat(queued()).isEmpty();
    }

    @Test
    void callerLearnsThatItsOwnMessageHasNoJsonForm() {
        assertThatThrownBy(() -> session.deliver(null, unwritable())).isInstanceOf(JsonWriteException.class);
    }

    @Test
    void listenerMayDropIt() {
        session.addListener((ServerSession.MessageListener) (to, from, message) -> false);

        deliver("a");

        assertThat(queued()).isEmpty();
    }

    @Test
    void failingListenerHasNoSay() {
        session.addListener((ServerSession.MessageListener) (to, from, message) -> {
            throw new IllegalStateException("a bug of the application");
        });

        deliver("a");

        assertThat(queued()).containsExactly("a");
    }

    @Test
    void queueListenersHearOfTheMessageBeforeItLeaves() {
        session.session().attach(socket);
        session.addListener((ServerSession.QueueListener)
                (from, message) -> heard.add(message.getId() + " sent: " + socket.messages()));

        deliver("a");

        assertThat(heard).containsExactly("a sent: []");
        assertThat(socket.messages()).containsExactly("a");
    }

    @Test
    void queueListenersDoNotHearOfWhatHadNoRoom() {
        session.addListener((ServerSession.QueueListener) (from, message) -> heard.add(message.getId()));
        session.addListener((ServerSession.MaxQueueListener) (to, queue, from, message) -> false);

        deliver("a", "b", "c");

        assertThat(heard).containsExactly("a", "b");
    }

    @Test
    void fullQueueTakesMoreUnlessAListenerObjects() {
        deliver("a", "b", "c");

        assertThat(queued()).containsExactly("a", "b", "c");
    }

    @Test
    void listenerMayMakeRoom() {
        session.addListener((ServerSession.MaxQueueListener) (to, queue, from, message) -> queue.poll() != null);

        deliver("a", "b", "c");

        assertThat(queued()).containsExactly("b", "c");
    }

    @Test
    void listenerMayMakeRoomAndStillRefuse() {
        session.addListener((ServerSession.MaxQueueListener) (to, queue, from, message) -> {
            queue.clear();
            return false;
        });

        deliver("a", "b", "c");

        assertThat(queued()).isEmpty();
    }

    @Test
    void whatAListenerAddsToTheCopyIsIgnored() {
        session.addListener((ServerSession.MaxQueueListener) (to, queue, from, message) -> {
            queue.remove();
            queue.add(message("x"));
            return true;
        });

        deliver("a", "b", "c");

        assertThat(queued()).containsExactly("b", "c");
    }

    @Test
    void listenersMayChangeWhatLeaves() {
        session.session().attach(socket);
        session.addListener((ServerSession.DeQueueListener) (to, queue) -> {
            queue.removeIf(message -> "a".equals(message.getId()));
            queue.add(message("x"));
        });

        session.batch(() -> deliver("a", "b"));

        assertThat(socket.messages()).containsExactly("b", "x");
    }

    @Test
    void whatHasNoJsonFormDoesNotLeave() {
        session.session().attach(socket);
        session.addListener((ServerSession.DeQueueListener) this::addUnwritable);

        deliver("a");
        deliver("b");

        assertThat(socket.messages()).containsExactly("a", "b");
    }

    @Test
    void endedSessionReceivesNothing() {
        session.session().close(CloseReason.REMOVED);

        deliver("a");

        assertThat(queued()).isEmpty();
    }

    private void addUnwritable(ServerSession to, Queue<ServerMessage> queue) {
        queue.add(unwritable());
    }

    private void deliver(String... ids) {
        for (String id : ids) {
            session.deliver(null, message(id));
        }
    }

    private List<String> queued() {
        return new ArrayList<>(TestSession.idsOf(session.session().queued()));
    }

    private BayeuxMessage message(String id) {
        BayeuxMessage message = messages.carrying("/test", id);
        message.setId(id);
        return message;
    }

    private BayeuxMessage unwritable() {
        return messages.carrying("/test", Double.NaN);
    }

    private static ServerSession.Extension sending(
            java.util.function.Function<ServerMessage, @Nullable ServerMessage> change) {
        return new ServerSession.Extension() {
            @Override
            public @Nullable ServerMessage send(ServerSession to, ServerMessage message) {
                return change.apply(message);
            }
        };
    }

    /** A server without extensions. */
    private static final class QuietHost implements SessionHost {

        private final Watch watch = new Watch(new Figures(), new Story(List.of()), new Journeys(() -> 0));

        @Override
        public Watch watch() {
            return watch;
        }

        @Override
        public boolean sending(@Nullable ServerSession from, ServerSession to, BayeuxMessage message) {
            return true;
        }

        @Override
        public @Nullable QueuePolicy queuePolicy(BayeuxMessage message) {
            return null;
        }

        @Override
        public void work(SessionHandle session, Runnable work) {
            work.run();
        }

        @Override
        public void reachable(SessionHandle session, boolean again) {}

        @Override
        public void forgotten(SessionHandle session) {}

        @Override
        public void ended(SessionHandle session, CloseReason reason) {
            assertThat(session.isHandshook()).isFalse();
        }
    }
}
