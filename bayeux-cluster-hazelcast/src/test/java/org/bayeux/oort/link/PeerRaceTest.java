package org.bayeux.oort.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bayeux.server.spi.Ticker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("stress")
class PeerRaceTest implements NodeListener, Network {

    private static final int PAYLOADS = 20_000;
    private static final UUID OTHER = UUID.randomUUID();

    private final ConcurrentLinkedQueue<Integer> heard = new ConcurrentLinkedQueue<>();
    private final AtomicInteger progress = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Nodes nodes = new Nodes("a", this, Ticker.system(), (delay, task) -> () -> {}, threads, this);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void packetsThatComeOnSeveralThreadsAreProcessedInOrder() {
        nodes.start();
        nodes.received(OTHER, new Packet.Hello(OTHER, "b").encode());

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(this::sendAll, threads),
                        CompletableFuture.runAsync(this::sendAll, threads),
                        CompletableFuture.runAsync(this::sendAll, threads))
                .join();

        assertThat(heard)
                .containsExactlyElementsOf(IntStream.range(0, PAYLOADS).boxed().toList());
    }

    /** Sends what may be next again and again, since what comes too early is not taken. */
    private void sendAll() {
        for (int known = progress.get(); known < PAYLOADS; known = progress.get()) {
            for (int i = known; i < Math.min(known + 8, PAYLOADS); i++) {
                List<byte[]> payloads = List.of(Integer.toString(i).getBytes(UTF_8));
                nodes.received(OTHER, new Packet.Parcel(OTHER, 1, 1, i + 1, payloads).encode());
            }
        }
    }

    @Override
    public @Nullable CompletionStage<?> received(Peer node, byte[] payload) {
        heard.add(Integer.valueOf(new String(payload, UTF_8)));
        progress.incrementAndGet();
        return null;
    }

    @Override
    public void opened(Peer node) {}

    @Override
    public void joined(Peer node) {}

    @Override
    public void missed(Peer node) {}

    @Override
    public void left(Peer node, boolean joined) {}

    @Override
    public void join(UUID self, Receiver receiver) {}

    @Override
    public void send(UUID to, byte[] packet) {}

    @Override
    public void sendToAll(byte[] packet) {}

    @Override
    public void leave() {}
}
