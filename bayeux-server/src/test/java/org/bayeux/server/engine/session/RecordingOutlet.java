package org.bayeux.server.engine.session;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;

/** An outlet that remembers what it was given, settles batches at once or when the test says so. Confined. */
final class RecordingOutlet implements Outlet {

    private final boolean streaming;
    private final List<List<String>> batches = new ArrayList<>();
    private final Deque<Batch> unsettled = new ArrayDeque<>();
    private boolean slow;
    private boolean closed;

    private RecordingOutlet(boolean streaming) {
        this.streaming = streaming;
    }

    static RecordingOutlet response() {
        return new RecordingOutlet(false);
    }

    static RecordingOutlet socket() {
        return new RecordingOutlet(true);
    }

    /** From now on batches stay under way until {@link #settle} or {@link #fail}. */
    RecordingOutlet slow() {
        slow = true;
        return this;
    }

    @Override
    public boolean isStreaming() {
        return streaming;
    }

    @Override
    public void write(Batch batch) {
        batches.add(batch.messages().stream().map(BayeuxMessage::getId).toList());
        if (slow) {
            unsettled.add(batch);
        } else {
            batch.delivered();
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    void settle() {
        unsettled.remove().delivered();
    }

    void fail() {
        unsettled.remove().failed(new IOException("cut by the test"));
    }

    void failAfter(int sent) {
        unsettled.remove().failed(sent, new IOException("cut by the test"));
    }

    /** The ids of the messages in each batch, in the order of the writes. */
    List<List<String>> batches() {
        return batches;
    }

    /** The ids of all messages, in order. */
    List<String> messages() {
        return batches.stream().flatMap(List::stream).toList();
    }

    boolean isClosed() {
        return closed;
    }
}
