package org.bayeux.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayeux.server.spi.Batch;
import org.bayeux.wire.BayeuxMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several publishers against a container that completes sends before, during and after the call. */
@Tag("stress")
class SocketOutletStressTest {

    private static final int ROUNDS = 2_000;
    private static final int WRITERS = 3;
    private static final int BATCHES = 10;

    private ExecutorService threads;

    @BeforeEach
    void startThreads() {
        threads = Executors.newFixedThreadPool(WRITERS + 2);
    }

    @AfterEach
    void stopThreads() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void allIsSentOnceAndInTheOrderOfEachWriter() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            Run run = new Run(Integer.MAX_VALUE);

            run.writeAll();

            assertThat(run.delivered).hasSize(WRITERS * BATCHES);
            assertThat(run.failed).isEmpty();
            assertThat(run.mostUnderWay).hasValue(1);
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = writer + "-";
                assertThat(run.sent.stream().filter(it -> it.startsWith(prefix)))
                        .isSorted()
                        .hasSize(BATCHES * 2);
            }
        }
    }

    @Test
    void everyBatchIsSettledOnceIfASendFails() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            Run run = new Run(ThreadLocalRandom.current().nextInt(WRITERS * BATCHES * 2));

            run.writeAll();

            assertThat(run.delivered.size() + run.failed.size()).isEqualTo(WRITERS * BATCHES);
            assertThat(run.delivered).noneMatch(run.failed::contains);
            assertThat(run.failed).doesNotHaveDuplicates().isNotEmpty();
        }
    }

    @Test
    void everyBatchIsSettledOnceIfTheSocketEnds() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            Run run = new Run(Integer.MAX_VALUE);
            threads.execute(() -> run.outlet.end(new IOException("gone")));

            run.writeAll();

            assertThat(run.delivered.size() + run.failed.size()).isEqualTo(WRITERS * BATCHES);
            assertThat(run.delivered).noneMatch(run.failed::contains);
        }
    }

    /** One socket, written to by all writers at once. */
    private final class Run implements TextSender {

        final Queue<String> sent = new ConcurrentLinkedQueue<>();
        final Queue<Batch> delivered = new ConcurrentLinkedQueue<>();
        final Queue<Batch> failed = new ConcurrentLinkedQueue<>();
        final AtomicInteger mostUnderWay = new AtomicInteger();
        final SocketOutlet outlet = new SocketOutlet(this, (code, reason) -> {}, new FrameSplitter(1, 1000), threads);

        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger frames = new AtomicInteger();
        private final CountDownLatch unsettled = new CountDownLatch(WRITERS * BATCHES);
        private final int failing;

        Run(int failing) {
            this.failing = failing;
        }

        void writeAll() throws InterruptedException {
            for (int writer = 0; writer < WRITERS; writer++) {
                List<Batch> batches = batches(writer);
                threads.execute(() -> batches.forEach(outlet::write));
            }
            assertThat(unsettled.await(1, TimeUnit.MINUTES)).isTrue();
        }

        private List<Batch> batches(int writer) {
            List<Batch> batches = new ArrayList<>();
            for (char batch = 'a'; batch < 'a' + BATCHES; batch++) {
                List<BayeuxMessage> messages = List.of(
                        Messages.message(writer + "-" + batch + "1"), Messages.message(writer + "-" + batch + "2"));
                batches.add(new Batch(messages, null, (it, failure) -> {
                    (failure == null ? delivered : failed).add(it);
                    unsettled.countDown();
                }));
            }
            return batches;
        }

        @Override
        public void send(String text, SendHandler completion) {
            mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            sent.add(text.replaceAll(".*\"data\":\"(.*)\".*", "$1"));
            SendResult result =
                    frames.getAndIncrement() == failing ? new SendResult(new IOException()) : new SendResult();
            Runnable complete = () -> {
                underWay.decrementAndGet();
                completion.onResult(result);
            };
            if (ThreadLocalRandom.current().nextBoolean()) {
                complete.run();
            } else {
                threads.execute(complete);
            }
        }
    }
}
