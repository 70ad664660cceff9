package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A frozen message is read by many threads at once. */
@Tag("stress")
class SharedMessageTest {

    private static final int THREADS = 4;
    private static final int ROUNDS = 20_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void allReadersSeeWholeBytesAndTrees() throws Exception {
        BayeuxMessage[] current = new BayeuxMessage[1];
        CyclicBarrier next = new CyclicBarrier(
                THREADS,
                () -> current[0] = Wire.frozen(Wire.message(
                        "{\"channel\":\"/a\",\"data\":{\"t\":\"\u00e9\",\"l\":[1,{\"m\":2.0}]},\"ext\":{\"e\":{}}}")));
        Callable<Void> reader = () -> {
            for (int round = 0; round < ROUNDS; round++) {
                next.await();
                BayeuxMessage message = current[0];
                assertThat(message.utf8()).isEqualTo(message.getJSON().getBytes(StandardCharsets.UTF_8));
                assertThat(message.getDataAsMap().equals(Map.of("t", "\u00e9", "l", List.of(1L, Map.of("m", 2.0)))))
                        .isTrue();
                assertThat(message.getChannelId().getId()).isEqualTo("/a");
                assertThat(message.copy().getJSON()).isEqualTo(message.getJSON());
            }
            return null;
        };

        List<Future<Void>> readers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            readers.add(threads.submit(reader));
        }

        for (Future<Void> each : readers) {
            assertThat(each.get()).isNull();
        }
    }
}
