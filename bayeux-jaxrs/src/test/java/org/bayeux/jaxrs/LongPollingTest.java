package org.bayeux.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a request, with a container, a JAX-RS implementation and an engine made by hand. */
class LongPollingTest {

    private static final String MESSAGE = "{\"channel\":\"/a\",\"id\":\"1\"}";

    private final TestEngine engine = new TestEngine();
    private final TestResponse response = new TestResponse();
    private TestRequest request = TestRequest.ofJson(MESSAGE);

    @BeforeEach
    void transportRuns() {
        register();
    }

    @Test
    void batchBecomesTheResponse() {
        answer();

        assertThat(response.answer().getStatus()).isEqualTo(200);
        assertThat(response.answer().getMediaType()).hasToString("application/json;charset=UTF-8");
        assertThat(response.answer().getHeaderString("Cache-Control")).isEqualTo("no-store");
        assertThat(response.answer().getHeaderString("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.body()).isEqualTo("[" + MESSAGE + "]");
        assertThat(engine.outcomes).containsExactly("delivered");
    }

    @Test
    void newBrowserGetsItsCookie() {
        engine.newBrowserId = "b1";

        answer();

        assertThat(response.answer().getHeaderString("Set-Cookie")).isEqualTo("BAYEUX_BROWSER=b1; Path=/; HttpOnly");
    }

    @Test
    void knownBrowserGetsNoCookie() {
        answer();

        assertThat(response.answer().getHeaders()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void heldRequestIsAnsweredByAManagedThread() {
        engine.holds = true;
        answer();

        engine.answer();

        assertThat(response.isAnswered()).isFalse();
        engine.runTasks();
        assertThat(response.body()).isEqualTo("[" + MESSAGE + "]");
        assertThat(engine.outcomes).containsExactly("delivered");
    }

    @Test
    void heldRequestIsAnsweredByTheStoppingThreadOnceThereAreNoOthers() {
        engine.holds = true;
        answer();
        engine.stopped = true;

        engine.answer();

        assertThat(response.body()).isEqualTo("[" + MESSAGE + "]");
    }

    @Test
    void secondBatchFails() {
        answer();

        engine.answer();

        assertThat(engine.outcomes).containsExactly("delivered", "failed: The request has been answered");
    }

    @Test
    void batchFailsIfTheResponseCannotBeWritten() {
        response.failure = new IllegalStateException("gone");

        answer();

        assertThat(engine.outcomes).containsExactly("failed: gone");
    }

    @Test
    void slowBodyIsProcessedByAManagedThread() {
        request = new TestRequest();
        request.contentLength = MESSAGE.length();
        register();
        answer();

        request.body.arrive(MESSAGE.substring(0, 5).getBytes(StandardCharsets.UTF_8));
        assertThat(engine.tasks).isEmpty();
        request.body.arrive(MESSAGE.substring(5).getBytes(StandardCharsets.UTF_8));
        request.body.end();
        assertThat(engine.received).isEmpty();
        engine.runTasks();

        assertThat(engine.received).hasSize(1);
        assertThat(response.body()).isEqualTo("[" + MESSAGE + "]");
    }

    @Test
    void bodyOfUnknownLengthIsReadAsItComes() {
        request = new TestRequest();
        register();
        request.body.arrive(MESSAGE.getBytes(StandardCharsets.UTF_8));
        request.body.end();

        answer();
        engine.runTasks();

        assertThat(response.answer().getStatus()).isEqualTo(200);
    }

    @Test
    void bodyThatDoesNotComeInTimeIsRefused() {
        request = new TestRequest();
        register();
        answer();
        assertThat(response.timeout()).isEqualTo(30);

        response.expire();
        engine.runTasks();

        assertThat(response.answer().getStatus()).isEqualTo(408);
    }

    @Test
    void requestIsHeldWithoutTimeoutOnceItsSlowBodyIsThere() {
        request = new TestRequest();
        register();
        engine.holds = true;
        answer();
        request.body.arrive(MESSAGE.getBytes(StandardCharsets.UTF_8));
        request.body.end();
        engine.runTasks();

        response.expire();
        engine.runTasks();

        assertThat(response.isAnswered()).isFalse();
        assertThat(response.timeout()).isZero();
    }

    @Test
    void brokenBodyEndsTheRequestPastJaxRs() {
        request = new TestRequest();
        register();
        answer();

        request.body.breakOff();
        engine.runTasks();

        assertThat(response.isAnswered()).isFalse();
        assertThat(request.status).isEqualTo(400);
        assertThat(request.completed).isTrue();
    }

    @Test
    void announcedBodyThatIsTooLongIsNotRead() {
        request = new TestRequest();
        request.contentLength = 1001;
        register();

        answer();

        assertThat(response.answer().getStatus()).isEqualTo(413);
        assertThat(request.body.isListenedTo()).isFalse();
    }

    @Test
    void bodyThatBecomesTooLongIsRefusedAtOnce() {
        request = new TestRequest();
        register();
        answer();

        request.body.arrive(new byte[1001]);
        engine.runTasks();

        assertThat(response.answer().getStatus()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[", "1", "[]", "[1]", "{\"a\":}", "\uFEFF[]"})
    void malformedBodyIsRefusedInPlainWords(String body) {
        request = TestRequest.ofJson(body);
        register();

        answer();

        assertThat(response.answer().getStatus()).isEqualTo(400);
        assertThat(response.answer().getMediaType()).hasToString("text/plain;charset=UTF-8");
        assertThat(response.body()).doesNotContain("Exception").hasSizeLessThan(200);
        assertThat(engine.received).isEmpty();
    }

    @Test
    void bodyOfAnotherTypeIsRefused() {
        request.contentType = "text/plain";

        answer();

        assertThat(response.answer().getStatus()).isEqualTo(415);
    }

    @Test
    void bugIsNotShownToTheClient() {
        engine.bug = new IllegalStateException("secret");

        answer();

        assertThat(response.answer().getStatus()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("secret");
    }

    @Test
    void errorIsAnsweredToo() {
        engine.bug = new StackOverflowError("secret");

        answer();

        assertThat(response.answer().getStatus()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("secret");
    }

    @Test
    void stoppedServerSaysSo() {
        request.contextAttributes.clear();

        answer();

        assertThat(response.answer().getStatus()).isEqualTo(503);
    }

    private void register() {
        request.contextAttributes.put(LongPolling.ATTRIBUTE, new LongPolling(engine));
    }

    private void answer() {
        LongPolling.answer(request.request(), response.response());
    }
}
