package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.HttpGet;
import org.bayeux.it.raw.HttpReply;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that has nothing but script elements. */
@OnServer
@Over(Transport.CALLBACK_POLLING)
class CallbackPollingTransportIT {

    private static final String HANDSHAKE =
            "{\"channel\":\"/meta/handshake\",\"version\":\"1.0\",\"supportedConnectionTypes\":[\"callback-polling\"]}";

    private final TestApplication app;
    private final String channel = Channels.fresh();

    CallbackPollingTransportIT(TestApplication app) {
        this.app = app;
    }

    @Test
    void connectIsHeldUntilThereIsAMessage() {
        HttpReply handshake = get("a.b", HANDSHAKE);
        String id = messages(handshake, "a.b").get(0).getString("clientId");
        String cookie =
                "Cookie: " + handshake.header("Set-Cookie").orElseThrow().split(";")[0];
        String subscribe =
                "{\"channel\":\"/meta/subscribe\",\"clientId\":\"%s\",\"subscription\":\"%s\"}".formatted(id, channel);
        String connect = "{\"channel\":\"/meta/connect\",\"clientId\":\"%s\",\"connectionType\":\"callback-polling\"}"
                .formatted(id);
        assertThat(messages(get("f", "[" + subscribe + "]", connect, cookie), "f"))
                .allSatisfy(it -> assertThat(it.getBoolean("successful")).isTrue())
                .hasSize(2);

        try (RawHttp http = RawHttp.open(app.bayeux())) {
            http.send(HttpGet.bytes("GET", HttpGet.query(app.bayeux(), "f", connect), cookie));
            await().until(() -> app.control().held(channel) == 1);
            app.control().publish(channel, "</script>\u2028\u20AC");
            HttpReply reply = http.reply();

            assertThat(reply.body()).contains("<\\/script>\\u2028\u20AC");
            assertThat(messages(reply, "f"))
                    .extracting(it -> it.getString("channel"))
                    .containsExactlyInAnyOrder(channel, "/meta/connect");
        }
    }

    @Test
    void answerIsAScript() {
        HttpReply reply = get("f", HANDSHAKE);

        assertThat(reply.header("Content-Type").orElseThrow().replace(" ", "").toLowerCase())
                .isEqualTo("text/javascript;charset=utf-8");
        assertThat(reply.body()).startsWith("/**/f([").endsWith("]);");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alert(1)", "f;alert", "<script>", "a[0]", "f\u2028", "f//", "1f", "\r\nSet-Cookie: a=b"})
    void whatIsNoFunctionIsRefusedAndNotRepeated(String callback) {
        HttpReply reply = get(callback, HANDSHAKE);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(reply.toString()).doesNotContain(callback);
        assertThat(reply.header("Set-Cookie")).isEmpty();
        Refusals.assertTellsNothing(reply);
    }

    private HttpReply get(String callback, String... messagesAndCookie) {
        List<String> all = List.of(messagesAndCookie);
        String[] messages = all.stream().filter(it -> !it.startsWith("Cookie")).toArray(String[]::new);
        String[] headers = all.stream().filter(it -> it.startsWith("Cookie")).toArray(String[]::new);
        URI url = HttpGet.query(app.bayeux(), callback, messages);
        return HttpGet.send("GET", url, headers);
    }

    private static List<JsonObject> messages(HttpReply reply, String callback) {
        String call = "/**/" + callback + "(";
        assertThat(reply.body()).startsWith(call);
        String json = reply.body().substring(call.length(), reply.body().length() - 2);
        return Json.createReader(new StringReader(json)).readArray().getValuesAs(JsonObject.class);
    }
}
