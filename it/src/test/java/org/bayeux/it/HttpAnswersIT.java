package org.bayeux.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.HttpGet;
import org.bayeux.it.raw.HttpPost;
import org.bayeux.it.raw.HttpReply;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.server.Capability;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.ServerKind;
import org.bayeux.it.server.TestApplication;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What all answers over HTTP have in common, whoever asks and however slowly the client takes them. */
@OnServer
@Over(Transport.LONG_POLLING)
class HttpAnswersIT {

    private static final String JSON = "application/json";
    private static final String HANDSHAKE =
            "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\",\"supportedConnectionTypes\":[\"long-polling\"]}]";

    private static final String[] UPGRADE = {
        "Origin: https://evil.example",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };

    private static final Pattern COMPLAINT = Pattern.compile("SEVERE|WARN|ERROR|Exception|BYX-");

    /** What Open Liberty and Payara say now and then of their own listeners, see docs/servers.md. */
    private static final Pattern OF_THE_CONTAINER = Pattern.compile("SRVE8504W|Context\\.getLoader\\(\\)");

    private final TestApplication app;

    HttpAnswersIT(TestApplication app) {
        this.app = app;
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerIsGuarded() {
        URI url = app.bayeux();
        return Stream.of(
                answer(200, () -> RawHttp.post(url, JSON, HANDSHAKE)),
                answer(200, () -> HttpGet.send("GET", HttpGet.query(url, "f", HANDSHAKE))),
                answer(204, () -> HttpGet.send("OPTIONS", url)),
                answer(400, () -> RawHttp.post(url, JSON, "{")),
                answer(400, () -> HttpGet.send("GET", url)),
                answer(403, () -> HttpGet.send("POST", url, "Origin: https://evil.example", "Content-Length: 0")),
                answer(403, () -> HttpGet.send("GET", url, UPGRADE)),
                answer(405, () -> HttpGet.send("PUT", url, "Content-Length: 0")),
                answer(413, () -> RawHttp.post(url, JSON, "x".repeat(200_000))),
                answer(415, () -> RawHttp.post(url, "text/plain", HANDSHAKE)));
    }

    private static DynamicTest answer(int status, Supplier<HttpReply> request) {
        return DynamicTest.dynamicTest(Integer.toString(status), () -> {
            HttpReply reply = request.get();

            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.header("Cache-Control").orElseThrow()).contains("no-store");
            assertThat(reply.header("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(reply.header("Content-Security-Policy")).hasValue("default-src 'none'; frame-ancestors 'none'");
            assertThat(reply.header("Cross-Origin-Resource-Policy")).hasValue("same-origin");
            assertThat(reply.header("Referrer-Policy")).hasValue("no-referrer");
            assertThat(reply.body()).doesNotContainIgnoringCase("<html");
            if (status == 405) {
                assertThat(reply.header("Allow")).hasValue("GET, POST, OPTIONS");
            }
        });
    }

    @Test
    void clientsOfHttp2AreServed() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(app.bayeux())
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString(HANDSHAKE))
                .build();

        for (int round = 0; round < 3; round++) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(response.body()).contains("\"successful\":true");
        }
    }

    @Test
    void clientsThatVanishWhileTheyAreHeldAreNotWorthALineInTheLog() throws IOException {
        String channel = Channels.fresh();
        Path log = Path.of("target", "it", ServerKind.chosen().label() + ".log");
        int before = Files.readString(log, ISO_8859_1).length();
        List<RawHttp> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clients.add(hold(channel));
        }
        await().until(() -> app.control().held(channel) == 20);

        clients.forEach(RawHttp::close);
        app.control().publish(channel, "x".repeat(500_000));
        await().until(() -> app.control().held(channel) == 0);
        RawSession.handshake(app.bayeux()).poll();

        assertThat(Files.readString(log, ISO_8859_1).substring(before).lines())
                .filteredOn(line -> !OF_THE_CONTAINER.matcher(line).find())
                .noneMatch(line -> COMPLAINT.matcher(line).find());
    }

    @Test
    void clientThatTakesALargeAnswerSlowlyHoldsNoThread() {
        ServerKind.chosen().needs(Capability.WRITES_WITHOUT_BLOCKING);
        String channel = Channels.fresh();
        List<RawHttp> clients = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            clients.add(hold(channel));
        }
        await().until(() -> app.control().held(channel) == 60);
        String data = "x".repeat(8_000_000);
        awaitNoThread(Duration.ofSeconds(60));

        app.control().publish(channel, data);
        await().until(() -> app.control().held(channel) == 0);
        // Filling the buffers of all sockets takes a while.
        awaitNoThread(Duration.ofSeconds(25));
        RawSession.handshake(app.bayeux()).poll();

        for (RawHttp client : clients) {
            assertThat(client.reply().body().contains(data)).isTrue();
            client.close();
        }
    }

    private void awaitNoThread(Duration limit) {
        await().atMost(limit)
                .untilAsserted(() -> assertThat(app.server().process().threadsIn("org.bayeux.http"))
                        .isEmpty());
    }

    private RawHttp hold(String channel) {
        RawSession session = RawSession.handshake(app.bayeux());
        session.subscribe(channel);
        RawHttp http = RawHttp.open(app.bayeux());
        http.send(
                HttpPost.to(app.bayeux())
                        .contentType(JSON)
                        .headers(session.cookie())
                        .bytes(
                                session.withId(
                                        "[{\"channel\":\"/meta/connect\",\"clientId\":\"%ID%\",\"connectionType\":\"long-polling\"}]")));
        return http;
    }
}
