package org.bayeux.oort.object;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bayeux.oort.link.Nodes;
import org.bayeux.oort.link.Peer;
import org.bayeux.oort.link.Subject;
import org.bayeux.wire.JsonContext;
import org.jspecify.annotations.Nullable;

/**
 * All named things that this node shares: what others say goes to the {@link Parts} of that name. What is said of a thing
 * that this node does not share is dropped; should it share it later, it asks. Who asks for it hears that there is none.
 *
 * <p>Thread-safe: things are in a concurrent map and have a lock each.
 */
public final class Shares implements Subject {

    /** Versions of a thing that is started again are beyond all that it had before. */
    private static final int VERSIONS_OF_AN_ERA = 40;

    private final byte mark;
    private final JsonContext json;
    private final Map<String, Parts<?>> byName = new ConcurrentHashMap<>();
    private final AtomicLong eras = new AtomicLong();

    /** Those who are told; set before the first is met. */
    private volatile @Nullable Nodes nodes;

    /** Makes an empty collection. */
    public Shares(byte mark, JsonContext json) {
        this.mark = mark;
        this.json = json;
    }

    void tells(Nodes others) {
        nodes = others;
    }

    String generate(@Nullable Object value) {
        return json.generate(value);
    }

    @Nullable
    Object parse(String text) {
        return json.parse(text);
    }

    long nextEra() {
        return eras.incrementAndGet() << VERSIONS_OF_AN_ERA;
    }

    String url() {
        return others().url();
    }

    Collection<Peer> nodes() {
        Nodes others = nodes;
        return others == null ? List.of() : others.all();
    }

    private Nodes others() {
        Nodes others = nodes;
        if (others == null) {
            throw new IllegalStateException("the node is not started");
        }
        return others;
    }

    void add(Parts<?> parts) {
        if (byName.putIfAbsent(parts.name(), parts) != null) {
            throw new IllegalStateException(
                    "this node has started '" + parts.name() + "' already; use that one, or another name");
        }
    }

    void remove(Parts<?> parts) {
        byName.remove(parts.name(), parts);
    }

    @Override
    public byte mark() {
        return mark;
    }

    @Override
    public void opened(Peer node) {
        byName.values().forEach(parts -> parts.opened(node));
    }

    @Override
    public @Nullable CompletionStage<?> received(Peer node, byte[] payload) {
        Saying said = Saying.decode(payload);
        Parts<?> parts = byName.get(said.name());
        if (parts != null) {
            parts.received(node, said);
        } else if (said.kind() == Saying.Kind.ASK) {
            // Whoever asks waits for an answer of each node.
            node.tell(Saying.of(Saying.Kind.GONE, said.name()).encode(mark));
        }
        return null;
    }

    @Override
    public void left(Peer node) {
        byName.values().forEach(parts -> parts.left(node));
    }
}
