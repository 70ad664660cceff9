package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.DefaultSecurityPolicy;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.Writing;
import org.junit.jupiter.api.Test;

/** Sessions end with the credentials of their clients, unless these are renewed. */
class CredentialsTest {

    private static final String EXPIRED = """
            {'channel':'/meta/connect','successful':false,'error':'401::credentials_expired',
             'advice':{'reconnect':'handshake','interval':0}}""";
    private static final String UNKNOWN = """
            {'successful':false,'error':'402::session_unknown','advice':{'reconnect':'handshake','interval':0}}""";

    private final InMemoryServer server = InMemoryServer.start();
    private final List<Boolean> removals = new ArrayList<>();

    @Test
    void heldConnectOfAPollingClientIsAnswered() {
        InMemoryClient client = expiringAfterSeconds(server.polling().joins(), 20);

        server.clock().advanceMillis(19_999);
        client.receivesNothing();
        server.clock().advanceMillis(1);

        client.receivesSome(EXPIRED).receivesNothing();
        client.sends("{'channel':'/a','clientId':'$id','data':1}").receivesSome(UNKNOWN);
        client.connects().receivesSome(UNKNOWN);
        assertThat(removals).containsExactly(false);
    }

    @Test
    void heldConnectOfASocketIsAnsweredAndTheSocketMayBeUsedAgain() {
        InMemoryClient client = expiringAfterSeconds(server.socket().joins(), 20);

        server.clock().advanceMillis(20_000);

        client.receivesSome(EXPIRED).receivesNothing();
        assertThat(client.isClosed()).isFalse();
        client.connects().receivesSome(UNKNOWN);
        client.joins().receivesNothing();
        assertThat(removals).containsExactly(false);
    }

    @Test
    void clientThatIsAwayHearsOfItWithItsNextMessage() {
        InMemoryClient client = expiringAfterSeconds(server.polling().shakesHands(), 5);

        server.clock().advanceMillis(5_000);

        assertThat(removals).containsExactly(false);
        client.connects().receivesSome(UNKNOWN);
    }

    @Test
    void whatWaitsForTheClientLeavesFirst() {
        InMemoryClient client = expiringAfterSeconds(server.polling().joins(), 5);
        client.session().startBatch();
        client.session().deliver(null, "/a", 1);

        server.clock().advanceMillis(5_000);

        client.receivesSome("{'channel':'/a','data':1}").receivesSome(EXPIRED).receivesNothing();
    }

    @Test
    void whatIsOnItsWayByASocketIsNotOvertaken() {
        InMemoryClient client = expiringAfterSeconds(server.socket().joins(), 5);
        ServerSession session = client.session();
        client.writing(Writing.SLOWLY);
        session.deliver(null, "/a", 1);
        session.deliver(null, "/a", 2);

        server.clock().advanceMillis(5_000);
        client.receivesSome("{'data':1}").receivesNothing();
        client.settles();

        client.receivesSome("{'data':2}").receivesSome(EXPIRED);
    }

    @Test
    void laterDeadlineRenewsWithoutLosingAnything() {
        InMemoryClient client =
                expiringAfterSeconds(server.polling().joins(), 20).subscribes("/a");
        server.clock().advanceMillis(19_999);

        client.session().setCredentialsExpiry(in(20));
        server.clock().advanceMillis(10_000);

        assertThat(client.isHeld()).isTrue();
        server.channel("/a").publish(null, "still subscribed");
        client.receivesSome("{'data':'still subscribed'}").receivesSome("{'successful':true}");
        client.connects();
        server.clock().advanceMillis(10_000);
        client.receivesSome(EXPIRED);
        assertThat(removals).containsExactly(false);
    }

    @Test
    void deadlineIsToldAndCanBeTakenBack() {
        InMemoryClient client = expiringAfterSeconds(server.polling().joins(), 20);
        assertThat(client.session().getCredentialsExpiry()).isEqualTo(in(20));

        client.session().setCredentialsExpiry(null);
        server.clock().advanceMillis(29_999);

        assertThat(client.session().getCredentialsExpiry()).isNull();
        assertThat(client.isHeld()).isTrue();
    }

    @Test
    void deadlineThatHasPassedEndsTheSession() {
        InMemoryClient client = server.polling().joins();
        client.session().addListener((ServerSession.RemoveListener) (it, timeout) -> removals.add(timeout));

        client.session().setCredentialsExpiry(Instant.MIN);
        server.clock().advanceMillis(0);

        client.receivesSome(EXPIRED);
        assertThat(removals).containsExactly(false);
    }

    @Test
    void endedSessionHasNothingToRenew() {
        InMemoryClient client = expiringAfterSeconds(server.polling().joins(), 5);
        ServerSession session = client.session();
        server.clock().advanceMillis(5_000);

        session.setCredentialsExpiry(in(5));

        assertThat(server.clock().waitingTimers()).isZero();
        assertThat(session.isHandshook()).isFalse();
    }

    @Test
    void deadlineOfASessionThatEndsOtherwiseIsForgotten() {
        InMemoryClient client = expiringAfterSeconds(server.polling().joins(), 3_600);

        client.disconnects();

        assertThat(server.clock().waitingTimers()).isZero();
        assertThat(removals).containsExactly(false);
    }

    @Test
    void deadlineInTheFarFutureIsNoProblem() {
        InMemoryClient client = server.polling().joins();

        client.session().setCredentialsExpiry(Instant.MAX);
        server.clock().advanceMillis(1_000);

        assertThat(client.isHeld()).isTrue();
    }

    @Test
    void policyMaySetIt() {
        InMemoryServer strict =
                InMemoryServer.start(new Expiring(true, session -> session.setCredentialsExpiry(in(7))));
        InMemoryClient client = strict.socket().joins();

        strict.clock().advanceMillis(7_000);

        client.receivesSome(EXPIRED);
    }

    @Test
    void policyThatDecidesLaterMaySetIt() {
        Later policy = new Later();
        InMemoryServer strict = InMemoryServer.start(policy);
        InMemoryClient client = strict.socket().sends("{'channel':'/meta/handshake','version':'1.0'}");
        strict.clock().advanceMillis(5_000);

        policy.asked.setCredentialsExpiry(Instant.EPOCH.plusSeconds(7));
        policy.verdict.complete(true);
        client.receivesSome("{'channel':'/meta/handshake','successful':true}");
        ServerSession session = strict.bayeux().getSessions().iterator().next();
        strict.clock().advanceMillis(1_999);
        assertThat(session.isHandshook()).isTrue();
        strict.clock().advanceMillis(1);

        assertThat(session.isHandshook()).isFalse();
    }

    @Test
    void credentialsThatExpireBeforeTheVerdictAreRefused() {
        Later policy = new Later();
        InMemoryServer strict = InMemoryServer.start(policy);
        InMemoryClient client = strict.socket().sends("{'channel':'/meta/handshake','version':'1.0'}");
        policy.asked.setCredentialsExpiry(Instant.EPOCH.plusSeconds(2));

        strict.clock().advanceMillis(2_000);
        policy.verdict.complete(true);

        client.receivesSome("""
                {'channel':'/meta/handshake','successful':false,'error':'401::credentials_expired',
                 'advice':{'reconnect':'none'}}""");
        assertThat(strict.bayeux().getSessions()).isEmpty();
        assertThat(strict.clock().waitingTimers()).isZero();
        assertThat(removals).isEmpty();
    }

    @Test
    void refusedHandshakeLeavesNothingBehind() {
        InMemoryServer strict =
                InMemoryServer.start(new Expiring(false, session -> session.setCredentialsExpiry(in(7))));

        strict.polling().sends("{'channel':'/meta/handshake','version':'1.0'}").receivesSome("{'successful':false}");

        assertThat(strict.clock().waitingTimers()).isZero();
    }

    @Test
    void localSessionsMayExpireToo() {
        LocalSession service = server.bayeux().newLocalSession("service");
        service.handshake();

        service.getServerSession().setCredentialsExpiry(in(3));
        server.clock().advanceMillis(3_000);

        assertThat(service.isHandshook()).isFalse();
    }

    private InMemoryClient expiringAfterSeconds(InMemoryClient client, long seconds) {
        client.session().addListener((ServerSession.RemoveListener) (it, timeout) -> removals.add(timeout));
        client.session().setCredentialsExpiry(in(seconds));
        return client;
    }

    private Instant in(long seconds) {
        return server.clock().instants().instant().plusSeconds(seconds);
    }

    /** Sees the handshakes of remote clients. */
    private static final class Expiring extends DefaultSecurityPolicy {

        private final boolean verdict;
        private final Consumer<ServerSession> whenAsked;

        Expiring(boolean verdict, Consumer<ServerSession> whenAsked) {
            this.verdict = verdict;
            this.whenAsked = whenAsked;
        }

        @Override
        public boolean canHandshake(BayeuxServer bayeux, ServerSession session, ServerMessage message) {
            whenAsked.accept(session);
            return verdict;
        }
    }

    /** Decides about handshakes when the test says so. */
    private static final class Later implements SecurityPolicy.Async {

        private final CompletableFuture<Boolean> verdict = new CompletableFuture<>();
        private ServerSession asked;

        @Override
        public CompletionStage<Boolean> canHandshakeAsync(
                BayeuxServer bayeux, ServerSession session, ServerMessage message) {
            asked = session;
            return verdict;
        }

        @Override
        public CompletionStage<Boolean> canCreateAsync(
                BayeuxServer bayeux, ServerSession session, String channelId, ServerMessage message) {
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public CompletionStage<Boolean> canSubscribeAsync(
                BayeuxServer bayeux, ServerSession session, ServerChannel channel, ServerMessage message) {
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public CompletionStage<Boolean> canPublishAsync(
                BayeuxServer bayeux, ServerSession session, ServerChannel channel, ServerMessage message) {
            return CompletableFuture.completedFuture(true);
        }
    }
}
