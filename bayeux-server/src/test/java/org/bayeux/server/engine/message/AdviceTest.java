package org.bayeux.server.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.JsonContext;
import org.bayeux.wire.MalformedMessageException;
import org.bayeux.wire.MessageCodec;
import org.bayeux.wire.WireLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {

    private static final Duration INTERVAL = Duration.ofMillis(10);
    private static final Duration TIMEOUT = Duration.ofMillis(30_000);

    private final MessageCodec codec =
            new MessageCodec(JsonContext.load(getClass().getClassLoader()), WireLimits.DEFAULT);
    private final BayeuxMessage reply = codec.newMessage();

    @Test
    void retryTellsTheTimes() {
        Advice.retry(reply, INTERVAL, TIMEOUT);

        assertThat(reply.getAdvice())
                .containsOnly(
                        Map.entry("reconnect", "retry"), Map.entry("interval", 10L), Map.entry("timeout", 30_000L));
    }

    @Test
    void handshakeIsAdvisedAtOnce() {
        Advice.handshake(reply);

        assertThat(reply.getAdvice()).containsOnly(Map.entry("reconnect", "handshake"), Map.entry("interval", 0L));
    }

    @Test
    void noneKeepsTheClientAway() {
        Advice.none(reply);

        assertThat(reply.getAdvice()).containsOnly(Map.entry("reconnect", "none"));
    }

    @Test
    void adviceOfTheApplicationStands() {
        reply.getAdvice(true).put("reconnect", "handshake");

        Advice.none(reply);
        Advice.retry(reply, INTERVAL, TIMEOUT);

        assertThat(reply.getAdvice()).containsEntry("reconnect", "handshake");
    }

    @Test
    void oneOfManyClientsIsToldToComeLessOften() {
        Advice.multipleClients(reply, Duration.ofMillis(2_000), TIMEOUT);

        assertThat(reply.getAdvice())
                .containsEntry("multiple-clients", true)
                .containsEntry("interval", 2_000L)
                .containsEntry("reconnect", "retry");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"timeout\":0}',       0",
        "'{\"timeout\":500}',     500",
        "'{\"timeout\":30000}',   30000",
        "'{\"timeout\":99999}',   30000",
        "'{\"timeout\":-1}',      30000",
        "'{\"timeout\":\"1\"}',   30000",
        "'{\"timeout\":null}',    30000",
        "'{\"interval\":1}',      30000",
    })
    void clientMayAskForLessTimeNotForMore(String advice, long millis) throws MalformedMessageException {
        BayeuxMessage connect = codec.parse("{\"channel\":\"/meta/connect\",\"advice\":" + advice + "}")
                .get(0);

        assertThat(Advice.requested(connect, "timeout", TIMEOUT)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void clientThatAsksForNothingGetsTheUsual() {
        assertThat(Advice.requested(reply, "timeout", TIMEOUT)).isEqualTo(TIMEOUT);
    }
}
