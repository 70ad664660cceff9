package org.bayeux.server.scenario;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.DefaultSecurityPolicy;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A policy that cannot tell, because its database is down, say, grants nothing and sends nobody away for good. */
class FailingPolicyTest {

    private static final String LATER = "{'channel':'/meta/handshake','successful':false,'error':'500::policy_failed',"
            + "'advice':{'reconnect':'handshake','interval':10000}}";

    /** How it fails. */
    enum Failure {
        THROWING,
        FAILED_STAGE,
        NO_STAGE,
        STAGE_WITHOUT_ANSWER
    }

    private final InMemoryServer server = InMemoryServer.start();

    @ParameterizedTest
    @EnumSource(Failure.class)
    void clientIsToldToComeBackLater(Failure failure) {
        server.bayeux().setSecurityPolicy(failing(failure));

        server.polling().sends("{'channel':'/meta/handshake'}").receivesSome(LATER);
        server.bayeux().setSecurityPolicy(new DefaultSecurityPolicy());

        server.polling().joins();
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void sessionGoesOnAndNothingIsGranted(Failure failure) {
        InMemoryClient client = server.socket().joins();
        server.bayeux().setSecurityPolicy(failing(failure));

        client.sends("{'channel':'/a','clientId':'$id','data':1}")
                .receivesSome("{'successful':false,'error':'500::policy_failed'}");
        client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':'/a'}")
                .receivesSome("{'successful':false,'error':'500::policy_failed'}");
        server.bayeux().setSecurityPolicy(new DefaultSecurityPolicy());

        client.subscribes("/a").publishes("/a", "1");
    }

    @Test
    void policyMayRefuseForGoodInstead() {
        server.bayeux().setSecurityPolicy(new DefaultSecurityPolicy() {
            @Override
            public boolean canHandshake(BayeuxServer bayeux, ServerSession session, ServerMessage message) {
                return false;
            }
        });

        server.polling().sends("{'channel':'/meta/handshake'}").receivesSome("""
            {'successful':false,'error':'403::handshake_denied','advice':{'reconnect':'none'}}""");
    }

    private static SecurityPolicy failing(Failure failure) {
        return failure == Failure.THROWING ? new Throwing() : new FailingLater(failure);
    }

    private static final class Throwing extends DefaultSecurityPolicy {
        @Override
        public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
            throw new IllegalStateException("broken on purpose");
        }

        @Override
        public boolean canCreate(BayeuxServer server, ServerSession session, String channelId, ServerMessage message) {
            throw new IllegalStateException("broken on purpose");
        }
    }

    private record FailingLater(Failure failure) implements SecurityPolicy.Async {

        @Override
        public CompletionStage<Boolean> canHandshakeAsync(
                BayeuxServer server, ServerSession session, ServerMessage message) {
            return answer();
        }

        @Override
        public CompletionStage<Boolean> canCreateAsync(
                BayeuxServer server, ServerSession session, String channelId, ServerMessage message) {
            return answer();
        }

        @Override
        public CompletionStage<Boolean> canSubscribeAsync(
                BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
            return answer();
        }

        @Override
        public CompletionStage<Boolean> canPublishAsync(
                BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
            return answer();
        }

        @SuppressWarnings({"NullAway", "NullableOptional"}) // what a policy must not do
        private CompletionStage<Boolean> answer() {
            return switch (failure) {
                case NO_STAGE -> nothing();
                case STAGE_WITHOUT_ANSWER -> CompletableFuture.completedFuture(nothing());
                default -> CompletableFuture.failedFuture(new IllegalStateException("broken on purpose"));
            };
        }

        private static <T> @Nullable T nothing() {
            return null;
        }
    }
}
