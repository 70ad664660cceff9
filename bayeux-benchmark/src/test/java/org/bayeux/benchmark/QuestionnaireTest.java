package org.bayeux.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class QuestionnaireTest {

    private final ByteArrayOutputStream asked = new ByteArrayOutputStream();
    private final Choices choices = new Choices(Parameter.OF_RUN);

    @Test
    void questionsShowWhatAnEmptyAnswerMeans() {
        assertThat(answer("200\n\n\n\n100\n\n")).isTrue();

        assertThat(asked.toString(UTF_8))
                .isEqualTo("clients [1000]: batch count [1000]: batch size [10]: batch pause (µs) [10000]: "
                        + "message size [50]: randomize sends [false]: ");
        assertThat(choices.number("clients")).isEqualTo(200);
        assertThat(choices.number("batch-size")).isEqualTo(10);
        assertThat(choices.number("message-size")).isEqualTo(100);
    }

    @Test
    void noClientsIsTheEnd() {
        assertThat(answer("0\n")).isFalse();
    }

    @Test
    void theEndOfTheInputIsTheEnd() {
        assertThat(answer("100\n")).isFalse();
    }

    private boolean answer(String answers) {
        PrintStream out = new PrintStream(asked, true, UTF_8);
        return new Questionnaire(new BufferedReader(new StringReader(answers)), out).ask(Parameter.OF_RUN, choices);
    }
}
