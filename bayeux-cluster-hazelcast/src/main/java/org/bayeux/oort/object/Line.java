package org.bayeux.oort.object;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.bayeux.oort.link.Peer;
import org.bayeux.oort.link.Subject;
import org.jspecify.annotations.Nullable;

/** Text from node to node, once and in order, for one who hears it. Thread-safe. */
public final class Line implements Subject {

    private final byte mark;

    /** Who hears it; what comes while there is nobody is dropped. */
    private volatile @Nullable Receiver receiver;

    Line(byte mark) {
        this.mark = mark;
    }

    /** Hears what nodes say; the calls for one node come one after another. */
    @FunctionalInterface
    public interface Receiver {

        /** A node says this. */
        void received(Peer node, String text);
    }

    /** From now on this one hears it; {@code null}: nobody. */
    public void heardBy(@Nullable Receiver other) {
        receiver = other;
    }

    /** How to say this. */
    public byte[] encode(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + bytes.length).put(mark).put(bytes).array();
    }

    @Override
    public byte mark() {
        return mark;
    }

    @Override
    public void opened(Peer node) {}

    @Override
    public @Nullable CompletionStage<?> received(Peer node, byte[] payload) {
        Receiver current = receiver;
        if (current != null) {
            current.received(node, new String(payload, 1, payload.length - 1, UTF_8));
        }
        return null;
    }

    @Override
    public void left(Peer node) {}
}
