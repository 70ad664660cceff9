package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.raw.RawSocketSession;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The known mistakes of Bayeux servers that show only in a container; the others are in {@code org.bayeux.server.regression}. */
@OnServer
@Over({Transport.LONG_POLLING, Transport.WEBSOCKET})
class PeerRegressionsIT {

    private static final String NAME = "regressions";

    /** Longer than the 30 seconds after which the listener closes connections that are idle. */
    private static final Duration HOLD = Duration.ofSeconds(33);

    private static final String OPTIONS = """
            bayeux.timeout=%d
            bayeux.maxInterval=10000
            bayeux.ws.idleTimeout=10000
            """.formatted(HOLD.toMillis());

    private static final String CONNECT =
            "[{\"channel\":\"/meta/connect\",\"clientId\":\"%ID%\",\"connectionType\":\"any\"}]";

    private final TestServer server;

    PeerRegressionsIT(TestServer server) {
        this.server = server;
    }

    @Test
    void connectIsHeldLongerThanIdleTimeoutsOfTheContainerAndOurs(@TempDir Path directory) throws Exception {
        Map<String, String> config = Map.of("META-INF/microprofile-config.properties", OPTIONS);
        server.deploy(NAME, Archive.war(directory, NAME, List.of("org.bayeux.it.app"), config));
        URI url = server.url().resolve("/" + NAME + "/cometd");
        try (RawSocketSession socket = RawSocketSession.handshake(url)) {
            socket.socket().send(socket.withId(CONNECT));
            assertThat(socket.next().getBoolean("successful")).isTrue();
            RawSession polling = RawSession.handshake(url);

            long begin = System.nanoTime();
            CompletableFuture<HttpResponse<String>> held = connect(url, polling);
            socket.socket().send(socket.withId(CONNECT));
            String answer = held.get(2 * HOLD.toSeconds(), TimeUnit.SECONDS).body();
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);

            assertThat(taken).isGreaterThanOrEqualTo(HOLD);
            assertThat(answer).contains("\"/meta/connect\"", "\"successful\":true");
            JsonObject reply = socket.next();
            assertThat(reply.getString("channel")).isEqualTo("/meta/connect");
            assertThat(reply.getBoolean("successful")).isTrue();
            assertThat(polling.poll().get(0).getBoolean("successful")).isTrue();
        } finally {
            server.undeploy(NAME);
        }
    }

    private static CompletableFuture<HttpResponse<String>> connect(URI url, RawSession session) throws IOException {
        String cookie = session.cookie().substring("Cookie: ".length());
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Cookie", cookie)
                .POST(BodyPublishers.ofString(session.withId(CONNECT)))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .sendAsync(request, BodyHandlers.ofString());
    }
}
