package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bayeux.it.Meeting.assertThatTheyMeet;
import static org.bayeux.it.Meeting.awaitSuccess;

import jakarta.json.JsonObject;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.HttpPost;
import org.bayeux.it.raw.HttpReply;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.raw.RawSocketSession;
import org.bayeux.it.raw.WebSocketFrame;
import org.bayeux.it.server.Capability;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.ServerKind;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.cometd.bayeux.Channel;
import org.junit.jupiter.api.Test;

/** A server that an operator stops says goodbye to its clients, and finds them again when it is back. */
@OnServer
class RestartIT {

    private static final String CONNECT =
            "[{\"channel\":\"/meta/connect\",\"clientId\":\"%ID%\",\"connectionType\":\"any\"}]";

    private final TestServer server;
    private final TestApplication app;

    RestartIT(TestServer server, TestApplication app) {
        this.server = server;
        this.app = app;
    }

    @Test
    @Over({Transport.LONG_POLLING, Transport.WEBSOCKET})
    void clientsAreToldAndComeBackByThemselves() {
        try (CometdClient polling = CometdClient.connected(Connector.LONG_POLLING, app.bayeux());
                CometdClient socket = CometdClient.connected(Connector.WEBSOCKET, app.bayeux());
                RawSocketSession rawSocket = RawSocketSession.handshake(app.bayeuxWebSocket());
                RawHttp held = hold(RawSession.handshake(app.bayeux()))) {
            Inbox pollingHandshakes = polling.listen(Channel.META_HANDSHAKE);
            Inbox socketHandshakes = socket.listen(Channel.META_HANDSHAKE);

            server.restart();

            if (ServerKind.chosen().has(Capability.STOPS_APPLICATIONS_FIRST)) {
                assertThatItIsAnswered(held.reply());
                assertThatItIsClosed(rawSocket.socket().next());
            }
            awaitSuccess(pollingHandshakes);
            awaitSuccess(socketHandshakes);
            assertThatTheyMeet(polling, socket);
            assertThatTheyMeet(socket, polling);
        }
    }

    private RawHttp hold(RawSession session) {
        String channel = Channels.fresh();
        session.subscribe(channel);
        RawHttp http = RawHttp.open(app.bayeux());
        http.send(HttpPost.to(app.bayeux())
                .contentType("application/json")
                .headers(session.cookie())
                .bytes(session.withId(CONNECT)));
        await().until(() -> app.control().held(channel) == 1);
        return http;
    }

    private static void assertThatItIsAnswered(HttpReply reply) {
        JsonObject connect = RawSession.messages(reply).get(0);
        assertThat(connect.getString("channel")).isEqualTo("/meta/connect");
        assertThat(connect.getJsonObject("advice").getString("reconnect")).isEqualTo("handshake");
    }

    private static void assertThatItIsClosed(WebSocketFrame farewell) {
        assertThat(farewell).isNotNull();
        assertThat(farewell.closeCode()).isEqualTo(1001);
    }
}
