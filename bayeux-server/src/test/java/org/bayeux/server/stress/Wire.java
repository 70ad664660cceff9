package org.bayeux.server.stress;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;

/** An outlet that many threads may use; settles each batch on the given executor. Thread-safe. */
public final class Wire implements Outlet {

    private final boolean streaming;
    private final Executor settling;
    private final Queue<List<BayeuxMessage>> batches = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean everOverlapped;
    private volatile boolean cut;

    private Wire(boolean streaming, Executor settling) {
        this.streaming = streaming;
        this.settling = settling;
    }

    public static Wire response() {
        return new Wire(false, Runnable::run);
    }

    public static Wire socket() {
        return new Wire(true, Runnable::run);
    }

    public static Wire socket(Executor settling) {
        return new Wire(true, settling);
    }

    @Override
    public boolean isStreaming() {
        return streaming;
    }

    @Override
    public void write(Batch batch) {
        if (cut) {
            settling.execute(() -> batch.failed(new IOException("cut by the test")));
            return;
        }
        everOverlapped |= underWay.getAndIncrement() > 0;
        batches.add(batch.messages());
        settling.execute(() -> {
            underWay.decrementAndGet();
            batch.delivered();
        });
    }

    @Override
    public void close() {
        cut = true;
    }

    public List<List<BayeuxMessage>> batches() {
        return List.copyOf(batches);
    }

    public void forget() {
        batches.clear();
    }

    /** What came on a channel, in order. */
    public List<String> dataOn(String channel) {
        return batches.stream()
                .flatMap(List::stream)
                .filter(message -> message.getChannel().equals(channel) && !message.isPublishReply())
                .map(message -> String.valueOf(message.getData()))
                .toList();
    }

    public long count(String channel) {
        return batches.stream()
                .flatMap(List::stream)
                .filter(message -> message.getChannel().equals(channel))
                .count();
    }

    public boolean everOverlapped() {
        return everOverlapped;
    }
}
