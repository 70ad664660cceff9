package org.bayeux.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol: callback-polling request messages. */
class CallbackPollingTest {

    private static final String FIRST = "{\"channel\":\"/a\",\"id\":\"1\"}";
    private static final String SECOND = "{\"channel\":\"/a\",\"id\":\"\u20AC\"}";

    private final TestRequest request = new TestRequest();
    private final TestResponse response = new TestResponse();
    private TestEngine engine = new TestEngine();

    @BeforeEach
    void ask() {
        request.method = "GET";
        request.contentType = null;
        request.query = query(FIRST);
    }

    @Test
    void messagesAreHandedToTheCallback() {
        request.query += "&jsonp=a.b";

        answer();

        assertThat(response.status).isEqualTo(200);
        assertThat(response.headers).containsEntry("Content-Type", "text/javascript;charset=UTF-8");
        assertThat(response.body()).isEqualTo("/**/a.b([" + FIRST + "]);");
        assertThat(engine.transport).isEqualTo("callback-polling");
        assertThat(engine.outcomes).containsExactly("delivered");
    }

    @Test
    void messagesMayComeInSeveralParametersAndArrays() {
        request.query = query(FIRST, "[" + SECOND + "," + FIRST + "]");

        answer();

        assertThat(response.body()).isEqualTo("/**/jsonpcallback([" + FIRST + "," + SECOND + "," + FIRST + "]);");
    }

    @Test
    void connectIsHeld() {
        engine.holds = true;
        answer();
        assertThat(request.suspended).isTrue();

        engine.answer();
        engine.runTasks();

        assertThat(response.body()).startsWith("/**/jsonpcallback(");
        assertThat(request.completed).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "jsonp=f", "message=", "message=[]", "message=1", "message=%7B", "message=%", "message=%FF"})
    void queryWithoutMessagesIsRefused(String query) {
        request.query = query;

        answer();

        assertThat(response.status).isEqualTo(400);
        assertThat(response.headers).containsEntry("Content-Type", "text/plain;charset=UTF-8");
        assertThat(engine.received).isEmpty();
    }

    @Test
    void queryMayBeAbsent() {
        request.query = null;

        answer();

        assertThat(response.status).isEqualTo(400);
    }

    @Test
    void queryThatIsNotEscapedIsRefused() {
        request.query = "message=\u00FC";

        answer();

        assertThat(response.status).isEqualTo(400);
    }

    @Test
    void whatIsNoFunctionIsRefusedBeforeAnythingIsProcessed() {
        request.query += "&jsonp=alert(1)";

        answer();

        assertThat(response.status).isEqualTo(400);
        assertThat(response.body()).doesNotContain("alert");
        assertThat(engine.received).isEmpty();
    }

    @Test
    void queryThatIsTooLongIsRefused() {
        engine = new TestEngine(Map.of("callback-polling.jsonp.maxMessageSize", "50"));
        request.query = query(FIRST, FIRST);

        answer();

        assertThat(response.status).isEqualTo(414);
        assertThat(engine.received).isEmpty();
    }

    private void answer() {
        new Reception(engine).receive(request.request(), response.response());
    }

    private static String query(String... messages) {
        return Arrays.stream(messages)
                .map(it -> "message=" + URLEncoder.encode(it, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
