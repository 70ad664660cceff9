package org.bayeux.server.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.DefaultSecurityPolicy;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A publish is answered exactly once, whoever vetoes it, and nobody waits for its answer any longer. */
class RefusalTest {

    private final InMemoryServer server = InMemoryServer.start();

    static Stream<Named<Consumer<InMemoryServer>>> vetoes() {
        return Stream.of(
                Named.of("extension of the server", it -> it.bayeux().addExtension(new Dropping())),
                Named.of("policy", it -> it.bayeux().setSecurityPolicy(new NoPublish())),
                Named.of("authorizer", it -> it.channel("/a")
                        .addAuthorizer((operation, channel, session, message) -> Authorizer.Result.deny("no"))),
                Named.of("listener", it -> it.channel("/a")
                        .addListener((ServerChannel.MessageListener) (from, channel, message) -> false)),
                Named.of("listener that answers later", it -> it.channel("/a")
                        .addListener((ServerChannel.AsyncMessageListener)
                                (from, channel, message) -> CompletableFuture.completedFuture(false))));
    }

    @ParameterizedTest
    @MethodSource("vetoes")
    void vetoedPublishOfARemoteClientIsAnswered(Consumer<InMemoryServer> veto) {
        InMemoryClient polling = server.polling().shakesHands();
        InMemoryClient socket = server.socket().shakesHands();
        veto.accept(server);

        for (InMemoryClient client : List.of(polling, socket)) {
            client.sends("{'channel':'/a','id':'7','clientId':'$id','data':1}")
                    .receivesSome("{'channel':'/a','id':'7','successful':false,'error':'$any'}")
                    .receivesNothing();
            assertThat(client.isHeld() && client == polling).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("vetoes")
    void vetoedPublishOfALocalClientIsAnsweredOnceAndLeavesNoCallbackBehind(Consumer<InMemoryServer> veto) {
        LocalSession local = server.bayeux().newLocalSession("robot");
        local.handshake();
        veto.accept(server);
        List<Boolean> answers = new ArrayList<>();

        local.getChannel("/a").publish(1, (channel, reply) -> answers.add(reply.isSuccessful()));
        assertThat(answers).containsExactly(false);

        // Whoever still waits when the session ends is told that it waited in vain.
        local.disconnect();
        assertThat(answers).containsExactly(false);
    }

    private static final class Dropping implements BayeuxServer.Extension {

        @Override
        public boolean rcv(ServerSession from, ServerMessage.Mutable message) {
            return false;
        }
    }

    private static final class NoPublish extends DefaultSecurityPolicy {

        @Override
        public boolean canPublish(
                BayeuxServer bayeux, ServerSession session, ServerChannel channel, ServerMessage message) {
            return false;
        }
    }
}
