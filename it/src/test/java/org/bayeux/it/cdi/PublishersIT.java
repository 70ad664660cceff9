package org.bayeux.it.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.RawSocketSession;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestServer;
import org.cometd.bayeux.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Publishers and fired events of a real application reach their clients. */
@OnServer
class PublishersIT extends DeployedCdiApplication {

    PublishersIT(TestServer server) {
        super(server);
    }

    @ParameterizedTest
    @EnumSource
    void subscribersGetWhatIsPublishedAndThePublisherHearsHowMany(Connector connector) {
        try (CometdClient client = connect(connector);
                CometdClient other = connect(connector)) {
            Inbox quotes = client.subscribe("/quotes/ACME");
            Inbox all = other.subscribe("/quotes/*");

            Message answer = client.call("quote/ACME", "7");

            assertThat(answer.getData()).isEqualTo("Delivered[sessions=2]");
            assertThat(quotes.next().getDataAsMap())
                    .containsEntry("who", "exchange")
                    .containsEntry("text", "7");
            assertThat(all.next().getChannel()).isEqualTo("/quotes/ACME");
        }
    }

    @Test
    @Over(Transport.WEBSOCKET)
    void allSessionsOfAUserGetWhatIsForThatUser() {
        String ann = "Authorization: Basic "
                + Base64.getEncoder().encodeToString("ann:member".getBytes(StandardCharsets.UTF_8));
        try (RawSocketSession first = RawSocketSession.handshake(app.bayeuxWebSocket(), ann);
                RawSocketSession second = RawSocketSession.handshake(app.bayeuxWebSocket(), ann);
                CometdClient other = connect(Connector.LONG_POLLING)) {
            Message answer = other.call("write/ann", "dear Ann");

            assertThat(answer.getData()).isEqualTo("Delivered[sessions=2]");
            assertThat(first.next("/service/private")).isEqualTo("dear Ann");
            assertThat(second.next("/service/private")).isEqualTo("dear Ann");
        }
    }
}
