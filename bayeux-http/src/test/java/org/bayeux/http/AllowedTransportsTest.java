package org.bayeux.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code allowedTransports} leaves out is refused with a word that says so. */
class AllowedTransportsTest {

    private static final String MESSAGE = "{\"channel\":\"/meta/handshake\"}";

    private final TestRequest request = TestRequest.ofJson(MESSAGE);
    private final TestResponse response = new TestResponse();

    @Test
    void longPollingMayBeLeftOut() {
        TestEngine engine = allowed("websocket,callback-polling");

        answer(engine);

        assertRefused(engine, "long-polling");
    }

    @Test
    void callbackPollingMayBeLeftOut() {
        TestEngine engine = allowed("websocket,long-polling");
        request.method = "GET";
        request.query = "message=" + MESSAGE;

        answer(engine);

        assertRefused(engine, "callback-polling");
    }

    @Test
    void webSocketMayBeLeftOut() {
        TestEngine engine = allowed("long-polling,callback-polling");
        request.method = "GET";
        request.headers.put("Upgrade", List.of("websocket"));

        answer(engine);

        assertRefused(engine, "websocket");
    }

    private void assertRefused(TestEngine engine, String transport) {
        assertThat(response.status).isEqualTo(403);
        assertThat(response.body()).isEqualTo("The transport " + transport + " is not allowed here\n");
        assertThat(engine.received).isEmpty();
    }

    private static TestEngine allowed(String transports) {
        return new TestEngine(Map.of("allowedTransports", transports));
    }

    private void answer(TestEngine engine) {
        new Reception(engine).receive(request.request(), response.response());
    }
}
