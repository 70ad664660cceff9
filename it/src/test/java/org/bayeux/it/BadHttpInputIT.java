package org.bayeux.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.HttpReply;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.server.Control;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever arrives over HTTP is answered with a 4xx or a Bayeux error, tells nothing about the server, and hurts
 * neither the session that sent it nor its neighbour.
 */
@OnServer
@Over(Transport.LONG_POLLING)
class BadHttpInputIT {

    private final TestApplication app;
    private final Control control;
    private final String channel = Channels.fresh();
    private RawSession sender;
    private RawSession neighbour;

    BadHttpInputIT(TestApplication app) {
        this.app = app;
        this.control = app.control();
    }

    @BeforeEach
    void subscribeSenderAndNeighbour() {
        sender = RawSession.handshake(app.bayeux());
        neighbour = RawSession.handshake(app.bayeux());
        sender.subscribe(channel);
        neighbour.subscribe(channel);
    }

    @AfterEach
    void senderAndNeighbourKeptWhatTheyHad() {
        control.publish(channel, "still here");

        assertThat(sender.poll(channel)).containsExactly("still here");
        assertThat(neighbour.poll(channel)).containsExactly("still here");
    }

    @ParameterizedTest
    @MethodSource("org.bayeux.it.BadRequest#malformed")
    void malformedRequestIsRefused(BadRequest bad) {

        HttpReply reply = send(bad);

        assertThat(reply.status()).as(reply.toString()).isBetween(400, 499);
        Refusals.assertTellsNothing(reply);
    }

    @ParameterizedTest
    @MethodSource({"org.bayeux.it.BadRequest#mistyped", "org.bayeux.it.BadRequest#meaningless"})
    void meaninglessMessageIsAnsweredWithAnError(BadRequest bad) {

        HttpReply reply = send(bad);

        Refusals.assertRefused(reply);
        Refusals.assertTellsNothing(reply);
    }

    @Test
    void otherMessagesOfTheRequestAreProcessedBesideABadOne() {

        HttpReply reply = sender.post("""
                [{"channel":"/a//b","clientId":"%ID%","data":1,"id":"bad"},
                 {"channel":"/good","clientId":"%ID%","data":1,"id":"good"}]""");

        assertThat(RawSession.messages(reply))
                .extracting(message -> message.getString("id") + message.getBoolean("successful"))
                .containsExactly("badfalse", "goodtrue");
    }

    @Test
    void unknownClientIsAdvisedToShakeHands() {

        HttpReply reply = sender.post("""
                [{"channel":"/meta/connect","clientId":"unknown","connectionType":"long-polling"}]""");

        JsonObject connect = RawSession.messages(reply).get(0);
        assertThat(connect.getString("error")).startsWith("402:");
        assertThat(connect.getJsonObject("advice").getString("reconnect")).isEqualTo("handshake");
    }

    @Test
    void stolenClientIdGivesNoAccess() {
        control.publish(channel, "private");
        String poll = sender.withId("""
                [{"channel":"/meta/connect","clientId":"%ID%","connectionType":"long-polling","advice":{"timeout":0}}]""");
        String farewell = sender.withId("""
                [{"channel":"/meta/disconnect","clientId":"%ID%"}]""");

        HttpReply withoutCookie = RawHttp.post(app.bayeux(), "application/json", poll);
        HttpReply withOtherCookie = neighbour.post(poll);
        HttpReply disconnect = neighbour.post(farewell);

        Refusals.assertRefused(withoutCookie);
        Refusals.assertRefused(withOtherCookie);
        Refusals.assertRefused(disconnect);
        assertThat(withoutCookie.body() + withOtherCookie.body()).doesNotContain("private");
        assertThat(sender.poll(channel)).containsExactly("private");
        assertThat(neighbour.poll(channel)).containsExactly("private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "TRACE", "NONSENSE"})
    void otherMethodsAreRefused(String method) {
        try (RawHttp http = RawHttp.open(app.bayeux())) {
            http.send((method + " " + app.bayeux().getPath() + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(UTF_8));

            HttpReply reply = http.reply();

            assertThat(reply.status()).isBetween(400, 499);
            Refusals.assertTellsNothing(reply);
        }
    }

    @Test
    void bytesThatAreNoHttpAreRefusedOrCutOff() {
        try (RawHttp http = RawHttp.open(app.bayeux())) {
            http.send("\u0000\u0001\u00FF garbage\r\n\r\n".getBytes(ISO_8859_1));

            HttpReply reply = http.replyOrEnd();

            if (reply != null) {
                assertThat(reply.status()).isBetween(400, 499);
            }
        }
    }

    private HttpReply send(BadRequest bad) {
        return sender.post(bad.contentType(), sender.withId(bad.body()));
    }
}
