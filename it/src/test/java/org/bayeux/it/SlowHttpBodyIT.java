package org.bayeux.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.HttpPost;
import org.bayeux.it.raw.HttpReply;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that come slowly, or never completely, hold neither a thread for ever nor anybody else up. */
@OnServer
@Over(Transport.LONG_POLLING)
class SlowHttpBodyIT {

    private static final String READERS = "org.bayeux.http";

    private final TestApplication app;

    SlowHttpBodyIT(TestApplication app) {
        this.app = app;
    }

    @Test
    void clientsThatHangUpInTheMiddleOfABodyLeaveNoThreadBehind() {
        for (int i = 0; i < 50; i++) {
            try (RawHttp http = RawHttp.open(app.bayeux())) {
                http.send(HttpPost.to(app.bayeux())
                        .contentType("application/json")
                        .head(1_000));
                http.send("[{\"channel\":".getBytes(UTF_8));
            }
        }

        await().untilAsserted(() ->
                assertThat(app.server().process().threadsIn(READERS)).isEmpty());
    }

    @Test
    void slowBodiesAreReadAndOthersServedMeanwhile() {
        RawSession sender = RawSession.handshake(app.bayeux());
        byte[] body = sender.withId("[{\"channel\":\"/slow\",\"clientId\":\"%ID%\",\"data\":1}]")
                .getBytes(UTF_8);
        List<RawHttp> slow = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            RawHttp http = RawHttp.open(app.bayeux());
            http.send(HttpPost.to(app.bayeux()).contentType("application/json").head(body.length));
            slow.add(http);
        }

        for (byte one : body) {
            slow.forEach(http -> http.send(new byte[] {one}));
        }
        HttpReply meanwhile =
                RawSession.handshake(app.bayeux()).post("[{\"channel\":\"/fast\",\"clientId\":\"%ID%\",\"data\":1}]");
        List<HttpReply> replies = slow.stream().map(RawHttp::reply).toList();
        slow.forEach(RawHttp::close);

        assertThat(RawSession.messages(meanwhile).get(0).getBoolean("successful"))
                .isTrue();
        assertThat(replies).extracting(HttpReply::status).containsOnly(200);
    }

    /** Payara has fewer request threads than there are clients here. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
    void bodiesThatDoNotComeHoldNoThread(String contentType) {
        List<RawHttp> silent = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            RawHttp http = RawHttp.open(app.bayeux());
            http.send(HttpPost.to(app.bayeux()).contentType(contentType).head(1_000));
            silent.add(http);
        }

        HttpReply meanwhile =
                RawSession.handshake(app.bayeux()).post("[{\"channel\":\"/fast\",\"clientId\":\"%ID%\",\"data\":1}]");
        silent.forEach(RawHttp::close);

        assertThat(RawSession.messages(meanwhile).get(0).getBoolean("successful"))
                .isTrue();
    }

    @Test
    void bodiesThatNeverEndAreGivenUp() {
        // Clients of other tests may just have hung up.
        await().untilAsserted(() ->
                assertThat(app.server().process().threadsIn(READERS)).isEmpty());
        List<RawHttp> halves = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            RawHttp http = RawHttp.open(app.bayeux());
            http.send(HttpPost.to(app.bayeux()).contentType("application/json").head(1_000));
            http.send("[{\"channel\":".getBytes(UTF_8));
            halves.add(http);
        }

        HttpReply meanwhile =
                RawSession.handshake(app.bayeux()).post("[{\"channel\":\"/fast\",\"clientId\":\"%ID%\",\"data\":1}]");
        // One may just take what has come; a thread that waited for the rest would do so for 30 seconds.
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(app.server().process().threadsIn(READERS)).isEmpty());
        List<HttpReply> replies = new ArrayList<>();
        for (RawHttp half : halves) {
            HttpReply reply = half.replyOrEnd();
            if (reply != null) {
                replies.add(reply);
            }
            half.close();
        }

        assertThat(RawSession.messages(meanwhile).get(0).getBoolean("successful"))
                .isTrue();
        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isBetween(400, 499);
            Refusals.assertTellsNothing(reply);
        });
    }
}
