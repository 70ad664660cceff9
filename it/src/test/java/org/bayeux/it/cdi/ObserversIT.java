package org.bayeux.it.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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

/** Observer methods of a real application hear of messages, sessions and connections. */
@OnServer
class ObserversIT extends DeployedCdiApplication {

    ObserversIT(TestServer server) {
        super(server);
    }

    @ParameterizedTest
    @EnumSource
    void messagesAreObservedWithTheirTypeAndParameters(Connector connector) {
        try (CometdClient client = connect(connector)) {
            Inbox heard = client.listen("/service/heard");

            client.publish("/talk/red", Map.of("who", "eve", "text", "hi"));
            client.publish("/talk/blue", Map.of("who", "eve", "text", "there"));

            assertThat(heard.next().getData()).isEqualTo("red Line[who=eve, text=hi] 1");
            assertThat(heard.next().getData()).isEqualTo("blue Line[who=eve, text=there] 1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void asynchronousObserversRunOnThreadsOfTheApplication(Connector connector) {
        try (CometdClient client = connect(connector)) {
            Inbox heard = client.listen("/service/later");

            client.publish("/talk/red", Map.of("who", "eve", "text", "hi"));

            assertThat(heard.next().getData()).isEqualTo("Line[who=eve, text=hi] ours true 1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVetoReachesTheSender(Connector connector) {
        try (CometdClient client = connect(connector)) {
            Inbox inbox = client.subscribe("/talk/red");

            Message refused = client.publish("/talk/red", Map.of("who", "eve", "text", "forbidden"));
            Message unreadable = client.publish("/talk/red", List.of(1));
            client.publish("/talk/red", Map.of("who", "eve", "text", "allowed"));

            assertThat(refused.isSuccessful()).isFalse();
            assertThat(refused).containsEntry("error", "403:no such words:vetoed");
            assertThat(unreadable).containsEntry("error", "400::data_unfit");
            assertThat(inbox.next().getDataAsMap()).containsEntry("text", "allowed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sessionsAreObservedWhenTheyComeAndGo(Connector connector) {
        try (CometdClient watching = connect(connector)) {
            Inbox presence = watching.subscribe("/presence");

            CometdClient other = connect(connector);
            String id = other.id();
            other.close();

            assertThat(presence.until("removed " + id + " DISCONNECTED"))
                    .containsExactly("added " + id, "removed " + id + " DISCONNECTED");
        }
    }

    @Test
    @Over(Transport.WEBSOCKET)
    void aBrokenSocketIsObserved() {
        try (CometdClient watching = connect(Connector.LONG_POLLING)) {
            Inbox presence = watching.subscribe("/presence");
            RawSocketSession socket = RawSocketSession.handshake(app.bayeuxWebSocket());
            String id = socket.id();

            socket.close();

            assertThat(presence.until("lost " + id)).contains("added " + id);
        }
    }
}
