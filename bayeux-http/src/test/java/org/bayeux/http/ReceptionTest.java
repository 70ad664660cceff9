package org.bayeux.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a request, with a container and an engine made by hand. */
class ReceptionTest {

    private static final String MESSAGE = "{\"channel\":\"/a\",\"id\":\"1\"}";

    private final TestEngine engine = new TestEngine();
    private final Reception reception = new Reception(engine);
    private final TestResponse response = new TestResponse();
    private TestRequest request = TestRequest.ofJson(MESSAGE);

    @Test
    void batchBecomesTheResponse() {
        answer();

        assertThat(response.status).isEqualTo(200);
        assertThat(response.headers)
                .containsEntry("Content-Type", "application/json;charset=UTF-8")
                .containsEntry("Content-Length", Integer.toString(MESSAGE.length() + 2));
        assertThat(response.body()).isEqualTo("[" + MESSAGE + "]");
        assertThat(engine.outcomes).containsExactly("delivered");
    }

    @Test
    void requestThatIsAnsweredWhileItIsProcessedIsNotSuspended() {
        answer();

        assertThat(request.suspended).isFalse();
        assertThat(engine.tasks).isEmpty();
    }

    @Test
    void answerOfAnotherThreadWhileTheRequestIsProcessedIsWrittenByItsOwnThread() {
        engine.holds = true;
        engine.whileReceiving = () -> CompletableFuture.runAsync(engine::answer).join();

        answer();

        assertThat(response.writer).isEqualTo(Thread.currentThread());
        assertThat(response.body()).isEqualTo("[" + MESSAGE + "]");
        assertThat(request.suspended).isFalse();
        assertThat(engine.tasks).isEmpty();
    }

    @Test
    void answerThatComesWhileTheRequestIsSuspendedIsWrittenByItsOwnThread() {
        engine.holds = true;
        request.whileSuspending = engine::answer;

        answer();

        assertThat(response.body()).isEqualTo("[" + MESSAGE + "]");
        assertThat(request.completed).isTrue();
        assertThat(engine.outcomes).containsExactly("delivered");
        assertThat(engine.tasks).isEmpty();
    }

    @Test
    void newBrowserGetsItsCookie() {
        engine.newBrowserId = "b1";

        answer();

        assertThat(response.headers)
                .containsEntry("Set-Cookie", "BAYEUX_BROWSER=b1; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void knownBrowserGetsNoCookie() {
        answer();

        assertThat(response.headers).doesNotContainKey("Set-Cookie");
    }

    @Test
    void heldRequestIsAnsweredByAManagedThread() {
        engine.holds = true;
        answer();

        engine.answer();

        assertThat(response.isAnswered()).isFalse();
        assertThat(request.timeout).isZero();
        engine.runTasks();
        assertThat(response.body()).isEqualTo("[" + MESSAGE + "]");
        assertThat(request.completed).isTrue();
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
    void batchForAClientThatVanishedWhileItWasHeldFails() throws IOException {
        engine.holds = true;
        answer();

        request.loseClient();
        engine.answer();
        engine.runTasks();

        assertThat(engine.outcomes).containsExactly("failed: The request has been answered");
        assertThat(request.completed).isTrue();
        assertThat(response.isAnswered()).isFalse();
    }

    @Test
    void requestCannotBeAskedOnceItsClientHasVanished() throws IOException {
        engine.holds = true;
        answer();
        assertThat(engine.context.getProtocol()).isEqualTo("HTTP/1.1");

        request.loseClient();

        assertThatIllegalStateException().isThrownBy(() -> engine.context.getProtocol());
    }

    @Test
    void requestCannotBeAskedOnceItIsAnswered() {
        answer();

        assertThatIllegalStateException().isThrownBy(() -> engine.context.getProtocol());
    }

    @Test
    void shortBodyThatFollowsItsHeadersByHttp2IsWaitedFor() {
        request = byHttp2();
        request.body.whileWaiting = () -> request.body.arrive(MESSAGE.getBytes(StandardCharsets.UTF_8));

        answer();

        assertThat(response.body()).isEqualTo("[" + MESSAGE + "]");
        assertThat(request.suspended).isFalse();
    }

    @Test
    void fewThreadsWaitForBodiesByHttp2AndNoneForThoseByHttp1() {
        TestRequest fifth = byHttp2();
        TestRequest slow = byHttp2();
        slow.protocol = "HTTP/1.1";
        Runnable others = () -> {
            receive(fifth);
            receive(slow);
        };
        for (int i = 0; i < 4; i++) {
            TestRequest waiting = byHttp2();
            Runnable next = others;
            waiting.body.whileWaiting = () -> {
                next.run();
                waiting.body.arrive(MESSAGE.getBytes(StandardCharsets.UTF_8));
            };
            others = () -> receive(waiting);
        }

        others.run();

        assertThat(fifth.suspended).isTrue();
        assertThat(slow.suspended).isTrue();
        assertThat(engine.received).hasSize(4);
    }

    private void receive(TestRequest other) {
        reception.receive(other.request(), new TestResponse().response());
    }

    private static TestRequest byHttp2() {
        TestRequest request = new TestRequest();
        request.protocol = "HTTP/2.0";
        request.contentLength = MESSAGE.length();
        return request;
    }

    @Test
    void slowBodyIsProcessedByAManagedThread() {
        request = new TestRequest();
        request.contentLength = MESSAGE.length();
        answer();

        request.body.arrive(MESSAGE.substring(0, 5).getBytes(StandardCharsets.UTF_8));
        assertThat(engine.tasks).isEmpty();
        request.body.arrive(MESSAGE.substring(5).getBytes(StandardCharsets.UTF_8));
        request.body.end();
        assertThat(engine.received).isEmpty();
        engine.runTasks();

        assertThat(engine.received).hasSize(1);
        assertThat(response.body()).isEqualTo("[" + MESSAGE + "]");
        assertThat(request.completed).isTrue();
        assertThat(engine.timers.pending()).isZero();
    }

    @Test
    void bodyOfUnknownLengthIsReadAsItComes() {
        request = new TestRequest();
        request.body.arrive(MESSAGE.getBytes(StandardCharsets.UTF_8));
        request.body.end();

        answer();
        engine.runTasks();

        assertThat(response.status).isEqualTo(200);
    }

    @Test
    void bodyThatDoesNotComeInTimeIsRefused() {
        request = new TestRequest();
        answer();
        assertThat(engine.timers.delays).containsExactly(Duration.ofSeconds(30));

        engine.timers.goOff();
        engine.runTasks();

        assertThat(response.status).isEqualTo(408);
        assertThat(request.completed).isTrue();
    }

    @Test
    void requestIsHeldWithoutTimeoutOnceItsSlowBodyIsThere() {
        request = new TestRequest();
        engine.holds = true;
        answer();
        request.body.arrive(MESSAGE.getBytes(StandardCharsets.UTF_8));
        request.body.end();
        engine.runTasks();

        engine.timers.goOff();
        engine.runTasks();

        assertThat(response.isAnswered()).isFalse();
        assertThat(request.timeout).isZero();
    }

    @Test
    void brokenBodyIsAnsweredByABareStatus() {
        request = new TestRequest();
        answer();

        request.body.breakOff();
        engine.runTasks();

        assertThat(response.status).isEqualTo(400);
        assertThat(response.body()).isEmpty();
        assertThat(request.completed).isTrue();
    }

    @Test
    void bodyThatIsStillToComeWhenTheServerStopsIsWaitedForNoLonger() {
        request = new TestRequest();
        answer();

        reception.close();
        engine.runTasks();

        assertThat(response.status).isEqualTo(503);
        assertThat(request.completed).isTrue();
    }

    @Test
    void announcedBodyThatIsTooLongIsNotRead() {
        request = new TestRequest();
        request.contentLength = 1001;

        answer();

        assertThat(response.status).isEqualTo(413);
        assertThat(request.body.isListenedTo()).isFalse();
    }

    @Test
    void bodyThatBecomesTooLongIsRefusedAtOnce() {
        request = new TestRequest();
        answer();

        request.body.arrive(new byte[1001]);
        engine.runTasks();

        assertThat(response.status).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[", "1", "[]", "[1]", "{\"a\":}", "\uFEFF[]"})
    void malformedBodyIsRefusedInPlainWords(String body) {
        request = TestRequest.ofJson(body);

        answer();

        assertThat(response.status).isEqualTo(400);
        assertThat(response.headers).containsEntry("Content-Type", "text/plain;charset=UTF-8");
        assertThat(response.body()).doesNotContain("Exception").hasSizeLessThan(200);
        assertThat(engine.received).isEmpty();
    }

    @Test
    void bodyOfAnotherTypeIsRefused() {
        request.contentType = "text/plain";

        answer();

        assertThat(response.status).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PUT", "DELETE", "PATCH", "TRACE", "NONSENSE", "post"})
    void otherMethodsAreRefused(String method) {
        request.method = method;

        answer();

        assertThat(response.status).isEqualTo(405);
        assertThat(response.headers).containsKey("Allow");
        assertThat(response.body()).doesNotContain("NONSENSE");
    }

    @Test
    void bugIsNotShownToTheClient() {
        engine.bug = new IllegalStateException("secret");

        answer();

        assertThat(response.status).isEqualTo(500);
        assertThat(response.body()).doesNotContain("secret");
    }

    @Test
    void errorIsAnsweredToo() {
        engine.bug = new StackOverflowError("secret");

        answer();

        assertThat(response.status).isEqualTo(500);
        assertThat(response.body()).doesNotContain("secret");
    }

    @Test
    void filterWithoutAsynchronousSupportMakesNothingHang() {
        request.asyncSupported = false;

        answer();

        assertThat(response.status).isEqualTo(500);
        assertThat(engine.received).isEmpty();
    }

    private void answer() {
        reception.receive(request.request(), response.response());
    }
}
