package org.bayeux.oort.object;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bayeux.oort.link.Lane;
import org.bayeux.oort.link.Peer;
import org.jspecify.annotations.Nullable;

/**
 * One named thing: the part that this node owns and those of all others. The own part is sent as a whole when a link to a
 * node opens or the node asks for it, and its changes afterwards, each with the version of the part behind it. A change
 * whose version is not the next one is dropped: the whole, which makes up for it, is on its way then.
 *
 * <p>Thread-safe by one lock, under which parts change and changes are sent, so that all nodes see the same order. Parts
 * are encoded and whoever watches is told outside of it, in that order.
 *
 * @param <T> see {@link Content}
 */
public final class Parts<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Shares shares;
    private final String name;
    private final Content<T> content;
    private final Watcher<T> watcher;
    private final Lane news;

    /** For each node that is just being told the whole, what it has to hear behind that. */
    @GuardedBy("lock")
    private final Map<Peer, List<byte[]>> greeting = new HashMap<>();

    @GuardedBy("lock")
    private long version;

    /** Written under the lock, read by all; {@code null} while this node owns no part. */
    private volatile @Nullable Part<T> own;

    /** Written under the lock. */
    private final Map<Peer, OtherPart<T>> others = new ConcurrentHashMap<>();

    /** Those who were asked; the watcher has heard the answers of those who are none of them any more. */
    private final Set<Peer> asked = ConcurrentHashMap.newKeySet();

    /** Makes a thing that knows no part; it has to be {@link #start started}. */
    public Parts(Shares shares, String name, Content<T> content, Watcher<T> watcher) {
        this.shares = shares;
        this.name = name;
        this.content = content;
        this.watcher = watcher;
        this.news = new Lane(Runnable::run);
    }

    /** What is told behind a change of the own part, and how others can do the same. */
    public record Step<T>(String json, Consumer<Part<T>> told) {}

    /** Changes the own part, or does nothing. */
    @FunctionalInterface
    public interface Decision<T> {

        /** Called under the lock; {@code null}: the part is as it was. */
        @Nullable
        Step<T> applyTo(T part);
    }

    /** The name of the thing. */
    public String name() {
        return name;
    }

    /**
     * Begins to share a part, and asks the others for theirs.
     *
     * @throws IllegalStateException if this node shares a thing of that name already
     */
    public void start(T part) {
        String json = shares.generate(content.write(part));
        shares.add(this);
        lock.lock();
        try {
            version = shares.nextEra();
            own = new Part<>(shares.url(), true, part);
            asked.addAll(shares.nodes());
            tellAll(new Saying(Saying.Kind.ALL, version, name, json));
            tellAll(Saying.of(Saying.Kind.ASK, name));
        } finally {
            lock.unlock();
        }
    }

    /** Owns no part any more, and forgets those of others. Does nothing if it was not started. */
    public void stop() {
        lock.lock();
        try {
            if (own == null) {
                return;
            }
            own = null;
            others.clear();
            asked.clear();
            tellAll(Saying.of(Saying.Kind.GONE, name));
        } finally {
            lock.unlock();
        }
        shares.remove(this);
    }

    /** Whether this node owns a part. */
    public boolean isStarted() {
        return own != null;
    }

    /** Whether those have said which part they have who were there when this node began. */
    public boolean isAnswered() {
        return asked.isEmpty();
    }

    /** The parts that are known now, the own one first. */
    public Collection<Part<T>> all() {
        Part<T> mine = own;
        return Stream.concat(Stream.ofNullable(mine), others.values().stream().map(OtherPart::part))
                .toList();
    }

    /** Runs something under the lock, if this node owns a part. */
    public void ifStarted(Runnable look) {
        lock.lock();
        try {
            if (own != null) {
                look.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The own part.
     *
     * @throws IllegalStateException if it has not been started
     */
    public Part<T> own() {
        Part<T> mine = own;
        if (mine == null) {
            throw new IllegalStateException("'" + name + "' is not started: call start() before using it");
        }
        return mine;
    }

    /**
     * Replaces the own part.
     *
     * @param told hears of the part that was replaced, behind the watcher
     * @return the part that was replaced
     */
    public Part<T> replace(T part, Consumer<Part<T>> told) {
        String json = shares.generate(content.write(part));
        Part<T> before;
        lock.lock();
        try {
            before = own();
            replaceOwn(part, json, told);
        } finally {
            lock.unlock();
        }
        news.wake(1);
        return before;
    }

    /**
     * Replaces the own part by one that is made of it, and written, under the lock: so without code of the application. If
     * that is the same, nothing happens.
     *
     * @return the own part then
     */
    public Part<T> update(UnaryOperator<T> operation) {
        Part<T> now;
        lock.lock();
        try {
            T before = own().value();
            T part = operation.apply(before);
            if (part == before) {
                return own();
            }
            replaceOwn(part, shares.generate(content.write(part)), replaced -> {});
            now = own();
        } finally {
            lock.unlock();
        }
        news.wake(1);
        return now;
    }

    @GuardedBy("lock")
    private void replaceOwn(T part, String json, Consumer<Part<T>> told) {
        Part<T> before = own();
        Part<T> now = new Part<>(before.url(), true, part);
        own = now;
        tellAll(new Saying(Saying.Kind.ALL, ++version, name, json));
        Part<T> copy = copyOf(now);
        note(() -> {
            watcher.replaced(before, copy);
            told.accept(before);
        });
    }

    /** Changes the own part in place. */
    public void change(Decision<T> decision) {
        lock.lock();
        try {
            Part<T> mine = own();
            Step<T> step = decision.applyTo(mine.value());
            if (step == null) {
                return;
            }
            tellAll(new Saying(Saying.Kind.CHANGE, ++version, name, step.json()));
            note(() -> step.told().accept(mine));
        } finally {
            lock.unlock();
        }
        news.wake(1);
    }

    /** A link to a node has opened, and what was said on the one before may not have arrived. */
    void opened(Peer node) {
        greet(node);
        if (asked.contains(node)) {
            node.introduce(encode(Saying.of(Saying.Kind.ASK, name)));
        }
    }

    /** Tells a node the own part, or that there is none; a node is told by one thread at a time. */
    void greet(Peer node) {
        Part<T> copy;
        long copied;
        lock.lock();
        try {
            if (own == null) {
                node.introduce(encode(Saying.of(Saying.Kind.GONE, name)));
                return;
            }
            copy = copyOf(own());
            copied = version;
            greeting.put(node, new ArrayList<>());
        } finally {
            lock.unlock();
        }
        byte[] whole = encodedOrNothing(copied, copy);
        lock.lock();
        try {
            node.introduce(whole);
            List<byte[]> behind = greeting.remove(node);
            if (behind != null) {
                behind.forEach(node::tell);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Values that could be written once and cannot be now were changed in place; others then know no part of this node. */
    private byte[] encodedOrNothing(long copied, Part<T> copy) {
        try {
            String json = shares.generate(content.write(copy.value()));
            return encode(new Saying(Saying.Kind.ALL, copied, name, json));
        } catch (RuntimeException e) {
            ObjectLog.partNotWritable(name, e);
            return encode(Saying.of(Saying.Kind.GONE, name));
        }
    }

    void received(Peer node, Saying said) {
        switch (said.kind()) {
            case ALL -> replaced(node, said.number(), content.read(shares.parse(said.json())));
            case CHANGE -> changed(node, said.number(), readable(node, said.json()));
            case GONE -> remove(node, false);
            case ASK -> greet(node);
            default -> throw new IllegalArgumentException("a saying of kind " + said.kind() + " of a part");
        }
    }

    private void replaced(Peer node, long now, T value) {
        lock.lock();
        try {
            if (own == null) {
                return;
            }
            Part<T> part = new Part<>(node.url(), false, value);
            OtherPart<T> before = others.put(node, new OtherPart<>(part, now));
            Part<T> copy = copyOf(part);
            note(() -> {
                watcher.replaced(before == null ? null : before.part(), copy);
                asked.remove(node);
            });
        } finally {
            lock.unlock();
        }
        news.wake(1);
    }

    /** One that cannot be read here is left out, so that those behind it count. */
    private Content.@Nullable Change<T> readable(Peer node, String json) {
        try {
            return content.readChange(shares.parse(json));
        } catch (RuntimeException e) {
            ObjectLog.changeNotReadable(name, node.url(), e);
            return null;
        }
    }

    private void changed(Peer node, long now, Content.@Nullable Change<T> change) {
        lock.lock();
        try {
            OtherPart<T> other = others.get(node);
            if (other == null || !other.isNext(now) || change == null) {
                return;
            }
            Consumer<Part<T>> told = change.applyTo(other.part().value());
            note(() -> told.accept(other.part()));
        } finally {
            lock.unlock();
        }
        news.wake(1);
    }

    void left(Peer node) {
        remove(node, !node.hasEnded());
    }

    private void remove(Peer node, boolean silent) {
        lock.lock();
        try {
            OtherPart<T> gone = others.remove(node);
            note(() -> {
                asked.remove(node);
                if (gone != null) {
                    watcher.removed(gone.part(), silent);
                }
            });
        } finally {
            lock.unlock();
        }
        news.wake(1);
    }

    /** To be followed by one call of {@link Lane#wake} outside of the lock. */
    @GuardedBy("lock")
    private void note(Runnable telling) {
        news.addAtOnce(() -> ObjectLog.guard(name, telling));
    }

    private Part<T> copyOf(Part<T> part) {
        return new Part<>(part.url(), part.local(), content.copy(part.value()));
    }

    @GuardedBy("lock")
    private void tellAll(Saying saying) {
        byte[] payload = encode(saying);
        for (Peer node : shares.nodes()) {
            List<byte[]> behind = greeting.get(node);
            if (behind == null) {
                node.tell(payload);
            } else {
                behind.add(payload);
            }
        }
    }

    private byte[] encode(Saying saying) {
        return saying.encode(shares.mark());
    }
}
