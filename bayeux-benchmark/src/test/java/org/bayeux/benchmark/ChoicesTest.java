package org.bayeux.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.bayeux.benchmark.load.Transport;
import org.bayeux.benchmark.load.Workload;
import org.junit.jupiter.api.Test;

class ChoicesTest {

    private static final List<Parameter> ALL =
            Parameter.of(List.of(Parameter.OF_SERVER, Parameter.OF_ROOMS, Parameter.OF_RUN, Parameter.OF_LOAD));

    @Test
    void whoSaysNothingGetsTheDefaultsOfTheManual() {
        assertThat(new Choices(ALL).workload()).isEqualTo(Workload.usual());
    }

    @Test
    void optionsAreNamed() {
        Workload workload = of("--clients", "7", "--transport=websocket", "--batch-pause", "500", "--ack", "true")
                .workload();

        assertThat(workload.clients()).isEqualTo(7);
        assertThat(workload.transport()).isEqualTo(Transport.WEBSOCKET);
        assertThat(workload.pause()).isEqualTo(Duration.ofNanos(500_000));
        assertThat(workload.ack()).isTrue();
    }

    @Test
    void clustersHaveDefaultsOfTheirOwn() {
        Workload workload =
                new Choices(Parameter.of(List.of(ALL, Parameter.OF_COMPARISON, Parameter.OF_CLUSTERS))).workload();

        assertThat(workload.transport()).isEqualTo(Transport.WEBSOCKET);
        assertThat(workload.batchSize()).isEqualTo(1);
    }

    @Test
    void anUnknownOptionIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> of("--client", "7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown option '--client', there are [--server, --port,");
    }

    @Test
    void anOptionNeedsAValue() {
        assertThatThrownBy(() -> of("--clients")).hasMessage("--clients has no value");
    }

    @Test
    void illegalValuesAreNamed() {
        assertThatThrownBy(() -> of("--clients", "many").workload())
                .hasMessage("clients is 'many', which is no whole number");
        assertThatThrownBy(() -> of("--clients", "0").workload()).hasMessage("clients is 0, legal is 1 or more");
        assertThatThrownBy(() -> of("--ack", "yes").workload()).hasMessage("ack is 'yes', legal is true or false");
        assertThatThrownBy(() -> of("--transport", "2").workload()).hasMessageStartingWith("transport is '2', legal");
        assertThatThrownBy(() -> of("--purpose", "fun").workload())
                .hasMessage("purpose is 'fun', legal is one of [fan-out, publish, call, idle]");
    }

    private static Choices of(String... options) {
        return Choices.of(ALL, List.of(options));
    }
}
