package org.bayeux.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that do not fit into the container's buffer. */
class SlowAnswerTest {

    private static final String MESSAGE = "{\"channel\":\"/a\",\"id\":\"" + "x".repeat(500) + "\"}";
    private static final int LENGTH = MESSAGE.length() + 2;

    private final TestEngine engine = new TestEngine();
    private final Reception reception = new Reception(engine);
    private final TestRequest request = TestRequest.ofJson(MESSAGE);
    private final TestResponse response = new TestResponse();

    @Test
    void leavesAsTheClientTakesItWithoutAThread() throws IOException {
        answer();
        assertThat(request.suspended).isTrue();
        assertThat(request.completed).isFalse();
        assertThat(engine.outcomes).isEmpty();

        response.output.accept(LENGTH);

        assertThat(response.body()).isEqualTo("[" + MESSAGE + "]");
        assertThat(engine.outcomes).containsExactly("delivered");
        assertThat(request.completed).isTrue();
        assertThat(engine.timers.pending()).isZero();
    }

    @Test
    void ofAHeldRequestLeavesTheSameWay() throws IOException {
        engine.holds = true;
        answer();
        engine.answer();

        engine.runTasks();
        response.output.accept(LENGTH);

        assertThat(engine.outcomes).containsExactly("delivered");
        assertThat(request.completed).isTrue();
    }

    @Test
    void failsIfTheConnectionBreaks() {
        answer();

        response.output.breakOff();

        assertThat(engine.outcomes).containsExactly("failed: Broken pipe");
        assertThat(request.completed).isTrue();
    }

    @Test
    void failsOnceIfTheContainerTellsOfTheLossAsWell() throws IOException {
        answer();

        request.loseClient();
        response.output.breakOff();
        response.output.accept(LENGTH);

        assertThat(engine.outcomes).containsExactly("failed: Connection reset");
    }

    @Test
    void failsOnceTheClientTakesNothing() {
        answer();

        engine.timers.goOff();
        assertThat(engine.outcomes).as("it has taken the first piece").isEmpty();
        engine.timers.goOff();

        assertThat(engine.outcomes).containsExactly("failed: The client takes nothing");
        assertThat(request.completed).isTrue();
    }

    @Test
    void isWrittenAtOnceWhenTheServerStops() {
        engine.holds = true;
        answer();
        reception.close();
        engine.stopped = true;
        response.output.mayBlock();

        engine.answer();

        assertThat(response.body()).isEqualTo("[" + MESSAGE + "]");
        assertThat(engine.outcomes).containsExactly("delivered");
    }

    @Test
    void isGivenUpWhenTheServerStopsMeanwhile() {
        answer();

        reception.close();

        assertThat(engine.outcomes).containsExactly("failed: The client takes nothing");
        assertThat(request.completed).isTrue();
    }

    @Test
    void goesOnIfTheClientTakesMoreBeforeTheCallHasReturned() {
        response.output.acceptsLate = LENGTH;

        answer();

        assertThat(response.body()).isEqualTo("[" + MESSAGE + "]");
        assertThat(engine.outcomes).containsExactly("delivered");
    }

    @Test
    void isCompletedOnlyWhenNobodyWrites() {
        response.output.meanwhile = () -> {
            reception.close();
            response.output.breakOff();
            assertThat(request.completed).as("completed while it is written").isFalse();
        };

        answer();

        assertThat(engine.outcomes).containsExactly("failed: The client takes nothing");
        assertThat(request.completed).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofManyPiecesLeavesWhole(boolean stopping) throws IOException {
        String large = "{\"channel\":\"/a\",\"id\":\"" + "y".repeat(200_000) + "\"}";
        TestEngine roomy = new TestEngine(Map.of("maxMessageSize", "300000"));
        Reception ofLarge = new Reception(roomy);
        roomy.holds = true;
        ofLarge.receive(TestRequest.ofJson(large).request(), response.response());
        if (stopping) {
            ofLarge.close();
            roomy.stopped = true;
            response.output.mayBlock();
        }

        roomy.answer();
        roomy.runTasks();
        while (roomy.outcomes.isEmpty()) {
            response.output.accept(10_000);
        }

        assertThat(response.body()).isEqualTo("[" + large + "]");
        assertThat(roomy.outcomes).containsExactly("delivered");
    }

    private void answer() {
        reception.receive(request.request(), response.response());
    }
}
