package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.cometd.bayeux.BinaryData;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSession;
import org.cometd.client.BayeuxClient;
import org.cometd.client.ext.BinaryExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes, with the released Java client. */
@OnServer
class BinaryDataIT {

    private final TestApplication app;

    BinaryDataIT(TestApplication app) {
        this.app = app;
    }

    @ParameterizedTest
    @EnumSource
    void bytesAreReceivedAsTheyWerePublished(Connector connector) {
        String channel = Channels.fresh();
        try (CometdClient client = connected(connector)) {
            Inbox inbox = client.subscribe(channel);
            for (int length : new int[] {0, 1, 2, 3, 4, 5, 30_000}) {
                byte[] bytes = new byte[length];
                new Random(length).nextBytes(bytes);

                client.publish(channel, new BinaryData(bytes, length > 4, Map.of("name", "a.png")));

                BinaryData received = (BinaryData) inbox.next().getData();
                assertThat(received.asBytes()).isEqualTo(bytes);
                assertThat(received.isLast()).isEqualTo(length > 4);
                assertThat(received.getMetaData()).isEqualTo(Map.of("name", "a.png"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void callWithBytesIsAnsweredWithBytes(Connector connector) {
        try (CometdClient client = connected(connector)) {
            Message answer = client.call("reverse", new BinaryData(new byte[] {1, 2, 3, 4, -1}, true, null));

            assertThat(answer.isSuccessful()).isTrue();
            assertThat(((BinaryData) answer.getData()).asBytes()).containsExactly(-1, 4, 3, 2, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void serverSendsBytes(Connector connector) {
        try (CometdClient client = connected(connector)) {
            Inbox inbox = client.listen("/service/download");

            client.publish("/service/download", 5);

            assertThat(((BinaryData) inbox.next().getData()).asBytes()).containsExactly(0, 1, 2, 3, 4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoZ85IsRefused(Connector connector) {
        String channel = Channels.fresh();
        try (CometdClient client = CometdClient.connected(connector, app.bayeux())) {
            client.unwrap().addExtension(new MarkedAsBinary());
            Message reply = client.publish(channel, Map.of("data", "no z85", "last", true));

            assertThat(reply.isSuccessful()).isFalse();
            assertThat(reply.get(Message.ERROR_FIELD)).isEqualTo("400::binary_invalid");
        }
    }

    private CometdClient connected(Connector connector) {
        CometdClient client = CometdClient.of(connector, app.bayeux());
        client.unwrap().addExtension(new BinaryExtension());
        assertThat(client.handshake(Map.of()).isSuccessful()).isTrue();
        assertThat(client.reaches(BayeuxClient.State.CONNECTED)).isTrue();
        return client;
    }

    /** Says of all messages that they carry bytes. */
    private static final class MarkedAsBinary implements ClientSession.Extension {

        @Override
        public boolean send(ClientSession session, Message.Mutable message) {
            message.getExt(true).put(BinaryData.EXT_NAME, Map.of());
            return true;
        }
    }
}
