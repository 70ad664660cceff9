package org.bayeux.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.HttpPost;
import org.bayeux.it.raw.HttpReply;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that the long-polling transport accepts (appendix C of the manual), and how it answers. */
@OnServer
@Over(Transport.LONG_POLLING)
class LongPollingTransportIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final TestApplication app;
    private final String channel = Channels.fresh();
    private RawSession session;

    LongPollingTransportIT(TestApplication app) {
        this.app = app;
    }

    @BeforeEach
    void subscribe() {
        session = RawSession.handshake(app.bayeux());
        session.subscribe(channel);
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("one message", List.of("1"), List.of("1")),
                Arguments.of("one array", List.of("[1,2]"), List.of("1", "2")),
                Arguments.of("several messages", List.of("1", "2", "3"), List.of("1", "2", "3")),
                Arguments.of("several arrays", List.of("[1,2]", "[3]", "[4]"), List.of("1", "2", "3", "4")),
                Arguments.of("messages and arrays", List.of("1", "[2,3]", "4"), List.of("1", "2", "3", "4")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void formCarriesMessagesInItsMessageParameters(String shape, List<String> values, List<String> published) {
        String form = String.join("&", values.stream().map(this::parameter).toList());

        HttpReply reply = session.post(FORM, ("before=1&" + form + "&after=%26").getBytes(UTF_8));

        assertThat(RawSession.messages(reply))
                .extracting(message -> message.getString("channel") + message.get("successful"))
                .contains(channel + "true");
        assertThat(publishedIn(reply)).containsExactlyElementsOf(published);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "Application/JSON",
                "text/json",
                "text/json; charset=UTF-8",
                FORM + "; charset=UTF-8"
            })
    void contentTypesOfTheManualAreAccepted(String contentType) {
        String body = contentType.startsWith(FORM) ? parameter("1") : message("1");

        HttpReply reply = session.post(contentType, body.getBytes(UTF_8));

        assertThat(publishedIn(reply)).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/handshake", "/connect", "/disconnect"})
    void urlMayEndWithTheTypeOfTheMessage(String suffix) {

        HttpReply reply = RawHttp.post(URI.create(app.bayeux() + suffix), "application/json", """
                {"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["long-polling"],"id":"7"}""");

        JsonObject handshake = RawSession.messages(reply).get(0);
        assertThat(handshake.getBoolean("successful")).isTrue();
        assertThat(handshake.getString("id")).isEqualTo("7");
    }

    @Test
    void textSurvivesInUtf8() {
        String text = "zażółć gęślą jaźń, 漢字, \uD83D\uDE00, \\u0041";

        HttpReply reply = session.post(FORM, parameter("\"" + text + "\"").getBytes(UTF_8));

        assertThat(publishedIn(reply)).containsExactly("\"" + text.replace("\\u0041", "A") + "\"");
    }

    @Test
    void replyIsJsonThatNobodyCaches() {

        HttpReply reply = session.post("[{\"channel\":\"/a\",\"clientId\":\"%ID%\",\"data\":1}]");

        assertThat(reply.header("Content-Type").orElseThrow().replace(" ", "").toLowerCase())
                .isEqualTo("application/json;charset=utf-8");
        assertThat(reply.header("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(reply.header("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void handshakeGivesTheBrowserItsCookie() {

        HttpReply reply = RawHttp.post(app.bayeux(), "application/json", """
                [{"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["long-polling"]}]""");

        assertThat(reply.header("Set-Cookie").orElseThrow())
                .startsWith("BAYEUX_BROWSER=")
                .contains("HttpOnly");
    }

    @Test
    void connectIsHeldUntilThereIsAMessage() {
        try (RawHttp http = RawHttp.open(app.bayeux())) {
            http.send(HttpPost.to(app.bayeux())
                    .contentType("application/json")
                    .headers(session.cookie())
                    .bytes(session.withId("""
                    [{"channel":"/meta/connect","clientId":"%ID%","connectionType":"long-polling"}]""")));
            await().until(() -> app.control().held(channel) == 1);
            app.control().publish(channel, "wake up");

            assertThat(RawSession.messages(http.reply()))
                    .extracting(message -> message.getString("channel"))
                    .containsExactlyInAnyOrder(channel, "/meta/connect");
        }
    }

    @Test
    void secondConnectReleasesTheFirst() {
        try (RawHttp first = RawHttp.open(app.bayeux())) {
            first.send(HttpPost.to(app.bayeux())
                    .contentType("application/json")
                    .headers(session.cookie())
                    .bytes(session.withId("""
                    [{"channel":"/meta/connect","clientId":"%ID%","connectionType":"long-polling","id":"first"}]""")));
            await().until(() -> app.control().held(channel) == 1);
            session.poll();

            assertThat(RawSession.messages(first.reply()))
                    .extracting(message -> message.getString("id"))
                    .containsExactly("first");
        }
    }

    @Test
    void applicationsOwnRestResourcesStayUntouched() {
        assertThat(app.control().sessions()).isPositive();
    }

    /** The data of what was published to this session's channel and came back with the reply, or waits. */
    private List<String> publishedIn(HttpReply reply) {
        return Stream.concat(RawSession.messages(reply).stream(), session.poll().stream())
                .filter(message -> message.getString("channel").equals(channel) && message.containsKey("data"))
                .map(message -> message.get("data").toString())
                .toList();
    }

    private String parameter(String json) {
        String messages = json.startsWith("[")
                ? "["
                        + String.join(
                                ",",
                                Stream.of(json.substring(1, json.length() - 1).split(","))
                                        .map(this::message)
                                        .toList())
                        + "]"
                : message(json);
        return "message=" + URLEncoder.encode(messages, UTF_8);
    }

    private String message(String data) {
        return "{\"channel\":\"" + channel + "\",\"clientId\":\"" + session.id() + "\",\"data\":" + data + "}";
    }
}
