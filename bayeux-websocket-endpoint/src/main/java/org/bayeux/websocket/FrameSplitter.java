package org.bayeux.websocket;

import java.util.ArrayList;
import java.util.List;
import org.bayeux.server.config.FrameConfig;
import org.bayeux.server.config.TransportConfig;
import org.bayeux.server.spi.Batch;
import org.bayeux.wire.BayeuxMessage;

/**
 * Decides which messages of a batch share a frame.
 *
 * @param messagesPerFrame how many messages a frame carries at most
 * @param maxBytes how long a frame with several messages is at most; one message alone may be longer
 */
record FrameSplitter(int messagesPerFrame, int maxBytes) {

    /** What clients accept unless they are configured otherwise, such as those on Jetty. */
    private static final int USUALLY_ACCEPTED = 64 * 1024;

    /**
     * Joins as many messages as configured; if that is not configured, all that wait, as long as the usual client accepts
     * the frame.
     */
    static FrameSplitter of(FrameConfig frames, TransportConfig transport) {
        int most = transport.maxMessageSize();
        return frames.messagesPerFrame()
                .map(count -> new FrameSplitter(count, most))
                .orElseGet(() -> new FrameSplitter(Integer.MAX_VALUE, Math.min(USUALLY_ACCEPTED, most)));
    }

    /** The frames of a batch in order; sending the last one delivers the batch. */
    List<Frame> split(Batch batch) {
        List<BayeuxMessage> messages = batch.messages();
        int count = messages.size();
        if (count <= 1) {
            return List.of(Frame.of(batch, 0, count));
        }
        List<Frame> frames = new ArrayList<>();
        int start = 0;
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            // with its comma, or the bracket before the first; the closing bracket counts once
            int length = messages.get(i).utf8Length() + 1;
            boolean full = i - start == messagesPerFrame || bytes + length + 1 > maxBytes;
            if (i > start && full) {
                frames.add(Frame.of(batch, start, i));
                start = i;
                bytes = 0;
            }
            bytes += length;
        }
        frames.add(Frame.of(batch, start, count));
        return frames;
    }
}
