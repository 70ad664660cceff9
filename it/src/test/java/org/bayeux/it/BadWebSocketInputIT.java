package org.bayeux.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.HttpPost;
import org.bayeux.it.raw.HttpReply;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.raw.RawSocketSession;
import org.bayeux.it.raw.WebSocketFrame;
import org.bayeux.it.server.Capability;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.ServerKind;
import org.bayeux.it.server.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever arrives over WebSocket is answered with a Bayeux error or closes that socket, and nothing else: the session
 * goes on over its next socket with what it had, its neighbour notices nothing.
 */
@OnServer
@Over(Transport.WEBSOCKET)
class BadWebSocketInputIT {

    private static final int TOO_BIG = 300_000;
    private static final URI HTTP = URI.create("http://localhost/" + "long".repeat(100));

    private final TestApplication app;
    private final String channel = Channels.fresh();
    private RawSocketSession sender;
    private RawSocketSession neighbour;

    BadWebSocketInputIT(TestApplication app) {
        this.app = app;
    }

    @BeforeEach
    void subscribeSenderAndNeighbour() {
        sender = RawSocketSession.handshake(app.bayeuxWebSocket());
        neighbour = RawSocketSession.handshake(app.bayeuxWebSocket());
        sender.subscribe(channel);
        neighbour.subscribe(channel);
    }

    @AfterEach
    void senderAndNeighbourKeepWhatTheyHad() {
        sender.reconnect();
        app.control().publish(channel, "still here");

        assertThat(sender.next(channel)).isEqualTo("still here");
        assertThat(neighbour.next(channel)).isEqualTo("still here");
        sender.close();
        neighbour.close();
    }

    @ParameterizedTest
    @MethodSource("malformedTexts")
    void malformedTextClosesTheSocketOrIsAnsweredWithAnError(BadRequest bad) {

        sender.socket().send(new WebSocketFrame(WebSocketFrame.TEXT, sender.withId(bad.body())).masked());

        WebSocketFrame answer = sender.socket().next();
        assertThat(answer).as("a close frame or a reply").isNotNull();
        if (answer.closes()) {
            assertThat(answer.closeCode()).isIn(1002, 1003, 1007, 1008, 1009, 1011);
            Refusals.assertTellsNothing(new String(answer.payload(), UTF_8));
        } else {
            assertThat(answer.text()).contains("\"successful\":false");
            Refusals.assertTellsNothing(answer.text());
        }
    }

    @ParameterizedTest
    @MethodSource("org.bayeux.it.BadRequest#meaningless")
    void meaninglessMessageIsAnsweredWithAnErrorAndTheSocketStaysOpen(BadRequest bad) {

        sender.socket().send(new WebSocketFrame(WebSocketFrame.TEXT, sender.withId(bad.body())).masked());

        String answer = sender.socket().text();
        assertThat(answer).contains("\"successful\":false").contains("\"error\":\"");
        Refusals.assertTellsNothing(answer);
        sender.socket().send(sender.withId("[{\"channel\":\"/after\",\"clientId\":\"%ID%\",\"data\":1}]"));
        assertThat(sender.socket().text()).contains("\"successful\":true");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("illegalFrames")
    void illegalFrameClosesTheSocket(String flaw, byte[] bytes, int[] codes) {

        sender.socket().send(bytes);

        WebSocketFrame answer = sender.socket().next();
        // A protocol that is broken this badly may be ended without a word.
        if (answer != null) {
            assertThat(answer.closes()).as(answer.text()).isTrue();
            assertThat(answer.closeCode()).isIn(Arrays.stream(codes).boxed().toList());
            if (ServerKind.chosen().has(Capability.CLOSES_DISCREETLY)) {
                Refusals.assertTellsNothing(new String(answer.payload(), UTF_8));
            }
        }
    }

    @Test
    void oversizedTextInFragmentsClosesTheSocket() {
        ServerKind.chosen().needs(Capability.LIMITS_FRAGMENTS);
        byte[] part = new byte[10_000];
        Arrays.fill(part, (byte) 'x');

        sender.socket().send(new WebSocketFrame(0x01, part).masked());
        for (int i = 0; i < 50; i++) {
            sender.socket().send(new WebSocketFrame(0x00, part).masked());
        }

        WebSocketFrame answer = sender.socket().next();
        if (answer != null) {
            assertThat(answer.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void fragmentsThatPartACharacterAreOneMessage() {
        byte[] text = sender.withId("[{\"channel\":\"/parted\",\"clientId\":\"%ID%\",\"data\":\"\uD83D\uDE42\"}]")
                .getBytes(UTF_8);
        int inTheCharacter = text.length - 5;

        sender.socket().send(new WebSocketFrame(0x01, Arrays.copyOf(text, inTheCharacter)).masked());
        sender.socket().send(new WebSocketFrame(0x80, Arrays.copyOfRange(text, inTheCharacter, text.length)).masked());

        assertThat(sender.socket().text()).contains("\"/parted\"", "\"successful\":true");
    }

    @Test
    void halfAFrameAndThenNothingHurtsNobody() {
        byte[] frame = WebSocketFrame.text("[{\"channel\":\"/meta/connect\"}]").masked();

        sender.socket().send(Arrays.copyOf(frame, frame.length / 2));
        sender.socket().close();

        // What is to be seen is that sender and neighbour keep what they had.
        assertThat(app.control().knows(sender.id())).isTrue();
    }

    @Test
    void pingIsAnswered() {

        sender.socket().send(new WebSocketFrame(WebSocketFrame.PING, "hi".getBytes(UTF_8)).masked());

        WebSocketFrame pong = sender.socket().next();
        assertThat(pong).isNotNull();
        assertThat(pong.head()).isEqualTo(WebSocketFrame.PONG);
        assertThat(pong.text()).isEqualTo("hi");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badUpgrades")
    void badUpgradeIsRefused(String flaw, String headers) {
        URI url = app.bayeux();
        try (RawHttp http = RawHttp.open(url)) {

            http.send(("GET " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n" + headers + "\r\n")
                    .getBytes(ISO_8859_1));

            HttpReply reply = http.reply();
            assertThat(reply.status()).isBetween(400, 499);
            assertThat(reply.body()).doesNotContain("\tat ", "Exception");
        }
    }

    static Stream<BadRequest> malformedTexts() {
        return Stream.concat(BadRequest.malformed().filter(BadRequest::isText), BadRequest.mistyped());
    }

    static Stream<Arguments> illegalFrames() {
        byte[] text = "[{\"channel\":\"/a\"}]".getBytes(UTF_8);
        byte[] garbage = new byte[10_000];
        new Random(42).nextBytes(garbage);
        return Stream.of(
                Arguments.of("binary", new WebSocketFrame(WebSocketFrame.BINARY, text).masked(), codes(1003)),
                Arguments.of("big binary", new WebSocketFrame(0x82, new byte[TOO_BIG]).masked(), codes(1003, 1009)),
                Arguments.of("oversized", new WebSocketFrame(0x81, new byte[TOO_BIG]).masked(), codes(1009, 1007)),
                Arguments.of("a length of eight exabytes", longHead("7fffffffffffffff"), codes(1002, 1009, 1011)),
                Arguments.of("a negative length", longHead("ffffffffffffffff"), codes(1002, 1007, 1009, 1011)),
                Arguments.of("no UTF-8", new WebSocketFrame(0x81, hex("fffe")).masked(), codes(1007)),
                // Some servers take it as text, or what follows as the mask, which makes no message.
                Arguments.of("not masked", hex("81025b5d".repeat(8)), codes(1002, 1007)),
                Arguments.of("a reserved opcode", new WebSocketFrame(0x83, text).masked(), codes(1002)),
                Arguments.of("a reserved control opcode", new WebSocketFrame(0x8B, text).masked(), codes(1002)),
                Arguments.of("a reserved bit", new WebSocketFrame(0xC1, text).masked(), codes(1002)),
                Arguments.of("a ping in fragments", new WebSocketFrame(0x09, text).masked(), codes(1002)),
                Arguments.of("a big ping", new WebSocketFrame(0x89, new byte[126]).masked(), codes(1002)),
                Arguments.of("a continuation of nothing", new WebSocketFrame(0x80, text).masked(), codes(1002)),
                Arguments.of("a close code that is none", new WebSocketFrame(0x88, hex("0001")).masked(), codes(1002)),
                Arguments.of("half a close code", new WebSocketFrame(0x88, hex("03")).masked(), codes(1002)),
                Arguments.of("random bytes", garbage, codes(1002, 1003, 1007, 1009)),
                Arguments.of("an HTTP request", HttpPost.to(HTTP).head(0), codes(1002, 1009)));
    }

    static Stream<Arguments> badUpgrades() {
        String upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
        String key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        return Stream.of(
                Arguments.of("no key", upgrade + "Sec-WebSocket-Version: 13\r\n"),
                Arguments.of("an unknown version", upgrade + key + "Sec-WebSocket-Version: 99\r\n"),
                Arguments.of("no version", upgrade + key),
                Arguments.of("another protocol", "Upgrade: gopher\r\nConnection: Upgrade\r\n"),
                Arguments.of("no upgrade", ""));
    }

    /** A frame with that length and then more bytes than any server is asked to keep. */
    private static byte[] longHead(String length) {
        byte[] frame = new byte[10_000_000];
        byte[] head = hex("81ff" + length + "00000000");
        System.arraycopy(head, 0, frame, 0, head.length);
        return frame;
    }

    private static int[] codes(int... codes) {
        return codes;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
