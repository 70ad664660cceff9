package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.SessionEnd;
import org.bayeux.server.ext.AcknowledgedMessagesExtension;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.Loss;
import org.bayeux.server.spi.MessageTelemetry;
import org.bayeux.server.spi.ServerFigures;
import org.bayeux.server.spi.Trace;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.Writing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those hear who watch a server. */
class TelemetryTest {

    private final InMemoryServer server =
            InMemoryServer.start("maxQueue", "2", "maxQueuePolicy", "dropOldest", "metaConnectDeliverOnly", "false");
    private final Watching watching = new Watching();

    @BeforeEach
    void watch() {
        server.bayeux().addListener(watching);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aTraceEndsWhenTheLastReceiverHasTheMessage() {
        InMemoryClient first = server.socket().joins().subscribes("/a");
        InMemoryClient second = server.polling().shakesHands().subscribes("/a");
        InMemoryClient publisher = server.socket().joins();

        publisher.publishes("/a", "1");

        assertThat(watching.traces).singleElement().satisfies(it -> assertThat(it.ended)
                .isFalse());
        second.connects();
        assertThat(watching.traces).extracting(Traced::toString).containsExactly("/a flushed 2 lost 0");
        assertThat(first.session().getQueueSize()).isZero();
    }

    @Test
    void theTimeFromPublishToFlushIsToldForEachReceiver() {
        InMemoryClient waiting = server.polling().shakesHands().subscribes("/a");
        server.socket().joins().subscribes("/a");

        server.socket().joins().publishes("/a", "1");
        server.clock().advanceMillis(300);
        waiting.connects();

        assertThat(watching.millis).containsExactly(0L, 300L);
    }

    @Test
    void aMessageThatNobodyReceivesEndsAtOnce() {
        server.socket().joins().publishes("/nobody", "1");

        assertThat(watching.traces).extracting(Traced::toString).containsExactly("/nobody flushed 0 lost 0");
    }

    @Test
    void aTraceEndsWithASessionThatNeverTakesTheMessage() {
        server.polling().shakesHands().subscribes("/a");
        server.channel("/a").publish(null, "1");
        assertThat(watching.traces.get(0).ended).isFalse();

        server.clock().advanceMillis(60_000);

        assertThat(watching.traces).extracting(Traced::toString).containsExactly("/a flushed 0 lost 1");
        assertThat(figures().sessionsEnded(SessionEnd.EXPIRED)).isEqualTo(1);
        assertThat(figures().messagesDropped(Loss.SESSION_ENDED)).isEqualTo(1);
    }

    @Test
    void aTraceEndsWhenAFullQueueDropsTheMessage() {
        server.polling().shakesHands().subscribes("/a");

        for (int i = 0; i < 3; i++) {
            server.channel("/a").publish(null, i);
        }

        assertThat(watching.traces).extracting(it -> it.ended).containsExactly(true, false, false);
        assertThat(watching.traces.get(0)).hasToString("/a flushed 0 lost 1");
        assertThat(figures().messagesDropped(Loss.QUEUE_FULL)).isEqualTo(1);
        assertThat(figures().queuedMessages()).isEqualTo(2);
    }

    @Test
    void aFailedWriteIsNotTheEnd() {
        InMemoryClient client = server.socket().joins().subscribes("/a");
        client.writing(Writing.FAILING);
        server.channel("/a").publish(null, "1");
        assertThat(watching.traces.get(0).ended).isFalse();

        client.writing(Writing.AT_ONCE);
        client.opensAnotherSocket().connects();

        assertThat(watching.traces).extracting(Traced::toString).containsExactly("/a flushed 1 lost 0");
    }

    @Test
    void whatIsSentAgainForWantOfAnAcknowledgementIsFollowedOnce() {
        server.bayeux().addExtension(new AcknowledgedMessagesExtension());
        InMemoryClient client =
                server.polling().shakesHandsWith("'ext':{'ack':true}").subscribes("/a");
        client.sends("{'channel':'/meta/connect','clientId':'$id','connectionType':'long-polling','ext':{'ack':0}}");
        server.channel("/a").publish(null, "1");
        client.sends("{'channel':'/meta/connect','clientId':'$id','connectionType':'long-polling','ext':{'ack':0}}");
        client.sends("{'channel':'/meta/connect','clientId':'$id','connectionType':'long-polling','ext':{'ack':0}}");

        assertThat(watching.traces).extracting(Traced::toString).containsExactly("/a flushed 1 lost 0");
    }

    @Test
    void listenersRunWithinTheTraceAlsoThoseBehindAnAsynchronousOne() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        List<Integer> depths = new ArrayList<>();
        ServerChannel channel = server.channel("/a");
        channel.addListener((ServerChannel.MessageListener) (session, it, message) -> depths.add(watching.depth));
        channel.addListener((ServerChannel.AsyncMessageListener) (session, it, message) -> answer);
        channel.addListener((ServerChannel.MessageListener) (session, it, message) -> depths.add(watching.depth));

        channel.publish(null, "1");
        assertThat(watching.traces.get(0).ended).isFalse();
        answer.complete(true);

        assertThat(depths).containsExactly(1, 1);
        assertThat(watching.depth).isZero();
        assertThat(watching.traces).extracting(it -> it.ended).containsExactly(true);
    }

    @Test
    void localSubscribersRunWithinTheTrace() {
        List<Integer> depths = new ArrayList<>();
        var local = server.bayeux().newLocalSession("local");
        local.handshake();
        local.getChannel("/a").subscribe((channel, message) -> depths.add(watching.depth));

        server.socket().joins().publishes("/a", "1");

        assertThat(depths).singleElement().satisfies(it -> assertThat(it).isPositive());
    }

    @Test
    void aMessageToOneSessionIsFollowed() {
        InMemoryClient client = server.socket().joins();

        client.session().deliver(null, "/service/one", "1");

        assertThat(watching.traces).extracting(Traced::toString).containsExactly("/service/one flushed 1 lost 0");
    }

    @Test
    void bytesAreCountedInBothDirections() {
        InMemoryClient client = server.socket().joins();
        long before = figures().bytesSent();

        client.session().deliver(null, "/é", "1");

        assertThat(figures().bytesSent() - before).isEqualTo("[{\"channel\":\"/\u00e9\",\"data\":\"1\"}]".length() + 1);
    }

    @Test
    void aServerTellsWhenItOpensAndCloses() {
        server.engine().manageAs("/shop");
        server.engine().stopsSoon();
        server.stop();

        assertThat(watching.life).containsExactly("opened /shop", "closing", "closed");
    }

    @Test
    void whatFailsWhileWatchingChangesNothing() {
        server.bayeux().removeListener(watching);
        server.bayeux().addListener(new Broken());
        InMemoryClient client = server.socket().joins().subscribes("/a");

        server.channel("/a").publish(null, "1");

        client.receivesSome("{'channel':'/a','data':'1'}");
    }

    @Test
    void whoIsRemovedHearsNoMore() {
        server.bayeux().removeListener(watching);

        server.socket().joins().publishes("/a", "1");

        assertThat(watching.traces).isEmpty();
        assertThat(figures().bytesReceived()).isZero();
    }

    private ServerFigures figures() {
        return server.engine().figures();
    }

    private static final class Watching implements MessageTelemetry {

        private final List<Traced> traces = new ArrayList<>();
        private final List<Long> millis = new ArrayList<>();
        private final List<String> life = new ArrayList<>();
        private int depth;

        @Override
        public void opened(String name, BayeuxEngine engine) {
            life.add("opened " + name);
        }

        @Override
        public void closing(BayeuxEngine engine) {
            life.add("closing");
        }

        @Override
        public void closed(BayeuxEngine engine) {
            life.add("closed");
        }

        @Override
        public Trace begun(ServerSession from, ServerSession to, ServerMessage message) {
            Traced trace = new Traced(this, message.getChannel());
            traces.add(trace);
            return trace;
        }

        @Override
        public void flushed(long nanos) {
            millis.add(TimeUnit.NANOSECONDS.toMillis(nanos));
        }
    }

    private static final class Traced implements Trace {

        private final Watching owner;
        private final String channel;
        private boolean ended;
        private String outcome = "";

        private Traced(Watching owner, String channel) {
            this.owner = owner;
            this.channel = channel;
        }

        @Override
        public Scope enter() {
            owner.depth++;
            return () -> owner.depth--;
        }

        @Override
        public void end(int flushed, int lost) {
            assertThat(ended).isFalse();
            ended = true;
            outcome = " flushed " + flushed + " lost " + lost;
        }

        @Override
        public String toString() {
            return channel + outcome;
        }
    }

    private static final class Broken implements MessageTelemetry, Trace {

        @Override
        public Trace begun(ServerSession from, ServerSession to, ServerMessage message) {
            return this;
        }

        @Override
        public void flushed(long nanos) {
            throw new IllegalStateException("flushed");
        }

        @Override
        public Scope enter() {
            throw new IllegalStateException("enter");
        }

        @Override
        public void end(int flushed, int lost) {
            throw new IllegalStateException("end");
        }
    }
}
