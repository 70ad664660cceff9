package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.network.Cable;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSession;
import org.cometd.client.BayeuxClient;
import org.cometd.client.ext.AckExtension;
import org.cometd.client.ext.TimesyncClientExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The extensions of the server with those of the released Java client. */
@OnServer
class ExtensionsIT {

    private final TestApplication app;

    ExtensionsIT(TestApplication app) {
        this.app = app;
    }

    @ParameterizedTest
    @EnumSource
    void acknowledgedMessagesSurviveACutNetwork(Connector connector) {
        String channel = Channels.fresh();
        try (Cable cable = Cable.to(app.bayeux());
                CometdClient subscriber = CometdClient.of(connector, cable.url())) {
            connect(subscriber, new AckExtension());
            Inbox inbox = subscriber.subscribe(channel);
            List<String> published =
                    IntStream.range(0, 60).mapToObj(i -> "m" + i).toList();

            for (int i = 0; i < published.size(); i++) {
                if (i % 20 == 10) {
                    cable.cut();
                }
                app.control().publish(channel, published.get(i));
                if (i % 20 == 15) {
                    cable.mend();
                }
            }

            assertThat(inbox.until("m59")).containsExactlyElementsOf(published);
        }
    }

    @ParameterizedTest
    @EnumSource
    void clientLearnsTheTimeOfTheServer(Connector connector) {
        try (CometdClient client = CometdClient.of(connector, app.bayeux())) {
            Message reply = connect(client, new TimesyncClientExtension());

            assertThat(reply.getExt()).containsKey("timesync");
        }
    }

    private static Message connect(CometdClient client, ClientSession.Extension extension) {
        client.unwrap().addExtension(extension);
        Message reply = client.handshake(Map.of());
        assertThat(reply.isSuccessful()).isTrue();
        assertThat(client.reaches(BayeuxClient.State.CONNECTED)).isTrue();
        return reply;
    }
}
