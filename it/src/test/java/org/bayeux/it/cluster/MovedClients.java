package org.bayeux.it.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.network.Cable;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.raw.RawWebSocket;

/** Clients that arrive at another node with their session of the first, as a load balancer sends them. */
record MovedClients(URI from, URI to) {

    /** Far less than a connect is held. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final String CONNECT = """
            [{"id":"1","channel":"/meta/connect","clientId":"%ID%","connectionType":"TRANSPORT"}]""";

    private static final String PUBLISH = """
            [{"id":"1","channel":"/chat/moved","clientId":"%ID%","data":"lost"}]""";

    /** Whatever they send, over both transports. */
    void areToldAtOnceToShakeHands() {
        RawSession session = RawSession.handshake(from);
        for (String message : List.of(CONNECT, PUBLISH)) {
            String overHttp = session.withId(message.replace("TRANSPORT", "long-polling"));
            String overSocket = session.withId(message.replace("TRANSPORT", "websocket"));
            assertTimeout(AT_ONCE, () -> {
                assertThatHandshakeIsAdvised(RawSession.messages(
                        RawHttp.post(to, "application/json", overHttp.getBytes(UTF_8), session.cookie())));
                try (RawWebSocket socket = RawWebSocket.open(to)) {
                    socket.send(overSocket);
                    assertThatHandshakeIsAdvised(Json.createReader(new StringReader(socket.text()))
                            .readArray()
                            .getValuesAs(JsonObject.class));
                }
            });
        }
    }

    private static void assertThatHandshakeIsAdvised(List<JsonObject> replies) {
        assertThat(replies).singleElement().satisfies(reply -> {
            assertThat(reply.getString("error")).isEqualTo("402::session_unknown");
            assertThat(reply.getJsonObject("advice").getString("reconnect")).isEqualTo("handshake");
        });
    }

    /** A released client shakes hands by itself, and hears what is published on the node that it left. */
    void goOn(Connector connector, CometdClient publisher) {
        try (Cable cable = Cable.to(from);
                CometdClient client = CometdClient.connected(connector, cable.url())) {
            String before = client.id();

            cable.leadTo(to);

            await().atMost(AT_ONCE).until(() -> client.id() != null && !before.equals(client.id()));
            Inbox inbox = client.subscribe("/chat/moved");
            publisher.publish("/chat/moved", "hello");
            assertThat(inbox.until("hello")).containsExactly("hello");
        }
    }
}
