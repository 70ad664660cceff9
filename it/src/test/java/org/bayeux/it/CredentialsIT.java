package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSession;
import org.cometd.bayeux.client.ClientSessionChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The released client and a server that lets it stay as long as its token is good. */
@OnServer
class CredentialsIT {

    private static final String NAME = "tokens";
    private static final int LIMIT_SECONDS = 60;

    /** Milliseconds; long enough for a client to shake hands, connect and call. */
    private static final int SHORT = 5_000;

    private static final int LONG = 600_000;

    private final TestServer server;
    private final TestApplication app;

    CredentialsIT(TestServer server) {
        this.server = server;
        this.app = new TestApplication(server, NAME);
    }

    @BeforeEach
    void deploy(@TempDir Path directory) {
        server.deploy(NAME, Archive.war(directory, NAME, List.of("org.bayeux.it.tokens")));
    }

    @AfterEach
    void undeploy() {
        server.undeploy(NAME);
    }

    @ParameterizedTest
    @EnumSource
    void clientShakesHandsAgainWithFreshCredentials(Connector connector) throws InterruptedException {
        Tokens tokens = new Tokens(SHORT, LONG);
        try (CometdClient client = CometdClient.of(connector, app.bayeux())) {
            BlockingQueue<Message> handshakes = handshakesOf(client, tokens);
            BlockingQueue<Message> connects = repliesTo(client, Channel.META_CONNECT);
            client.handshake(Map.of());
            String first = handshakes.take().getClientId();

            Message again = handshakes.poll(LIMIT_SECONDS, TimeUnit.SECONDS);

            assertThat(again).isNotNull();
            assertThat(again.isSuccessful()).isTrue();
            assertThat(again.getClientId()).isNotEqualTo(first);
            assertThat(connects)
                    .filteredOn(reply -> !reply.isSuccessful())
                    .extracting(reply -> reply.get(Message.ERROR_FIELD))
                    .containsExactly("401::credentials_expired");
        }
    }

    @ParameterizedTest
    @EnumSource
    void clientThatRenewsItsCredentialsStays(Connector connector) throws InterruptedException {
        try (CometdClient renewing = CometdClient.of(connector, app.bayeux());
                CometdClient other = CometdClient.of(connector, app.bayeux())) {
            BlockingQueue<Message> handshakes = handshakesOf(renewing, new Tokens(SHORT));
            BlockingQueue<Message> handshakesOfOther = handshakesOf(other, new Tokens(SHORT, LONG));
            renewing.handshake(Map.of());
            Message renewed = renewing.call("renew", LONG);
            String id = renewing.id();

            other.handshake(Map.of());
            Message first = handshakesOfOther.take();
            Message again = handshakesOfOther.poll(LIMIT_SECONDS, TimeUnit.SECONDS);

            assertThat(renewed.isSuccessful()).isTrue();
            assertThat(first.isSuccessful()).isTrue();
            assertThat(again).as("its token was good for longer").isNotNull();
            assertThat(renewing.call("renew", LONG).isSuccessful()).isTrue();
            assertThat(renewing.id()).isEqualTo(id);
            assertThat(handshakes).hasSize(1);
        }
    }

    private static BlockingQueue<Message> handshakesOf(CometdClient client, Tokens tokens) {
        client.unwrap().addExtension(tokens);
        return repliesTo(client, Channel.META_HANDSHAKE);
    }

    private static BlockingQueue<Message> repliesTo(CometdClient client, String channel) {
        BlockingQueue<Message> replies = new LinkedBlockingQueue<>();
        client.unwrap().getChannel(channel).addListener((ClientSessionChannel.MessageListener)
                (on, reply) -> replies.add(reply));
        return replies;
    }

    /** Shows a token with each handshake, the last one again and again. */
    private static final class Tokens implements ClientSession.Extension {

        private final long[] goodForMillis;
        private int next;

        Tokens(long... goodForMillis) {
            this.goodForMillis = goodForMillis;
        }

        @Override
        public boolean sendMeta(ClientSession session, Message.Mutable message) {
            if (Channel.META_HANDSHAKE.equals(message.getChannel())) {
                message.getExt(true).put("token", goodForMillis[Math.min(next++, goodForMillis.length - 1)]);
            }
            return true;
        }
    }
}
