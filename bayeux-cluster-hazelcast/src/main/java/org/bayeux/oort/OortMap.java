package org.bayeux.oort;

import java.util.EventListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.bayeux.oort.object.Content;
import org.bayeux.oort.object.Listeners;
import org.bayeux.oort.object.Parts;
import org.jspecify.annotations.Nullable;

/**
 * A shared object whose parts are maps, of which single entries are shared (manual 9.7.1). A key may be in the parts of
 * several nodes, with a value each; neither keys nor values are {@code null}.
 *
 * @param <K> keys
 * @param <V> values
 */
public abstract class OortMap<K, V> extends OortObject<ConcurrentMap<K, V>> {

    private static final String PUT = "+";
    private static final String REMOVE = "-";

    private final Listeners<EntryListener<K, V>> entryListeners;

    OortMap(Oort oort, String name, Factory<ConcurrentMap<K, V>> factory) {
        super(oort, name, factory);
        this.entryListeners = new Listeners<>(name);
    }

    /** Reads what {@code toString} wrote. */
    abstract K key(String text);

    /**
     * Puts an entry into the own part, here and on all nodes.
     *
     * @return the value before; {@code null} if there was none
     * @throws IllegalStateException if the map has not been started
     */
    public @Nullable V putAndShare(K key, V value) {
        return put(key, value, true, null);
    }

    /**
     * The same.
     *
     * @param callback gets the value before
     */
    public void putAndShare(K key, V value, @Nullable Result<V> callback) {
        @Nullable V unused = put(key, value, true, callback);
    }

    /**
     * Puts an entry into the own part if that has none of this key.
     *
     * @return the value that was there; {@code null} if there was none, so that the new one is there now
     */
    public @Nullable V putIfAbsentAndShare(K key, V value) {
        return put(key, value, false, null);
    }

    /**
     * The same.
     *
     * @param callback gets the value that was there
     */
    public void putIfAbsentAndShare(K key, V value, @Nullable Result<V> callback) {
        @Nullable V unused = put(key, value, false, callback);
    }

    private @Nullable V put(K key, V value, boolean replace, @Nullable Result<V> callback) {
        String json = generate(List.of(PUT, String.valueOf(key), value));
        AtomicReference<@Nullable V> before = new AtomicReference<>();
        change(map -> {
            V old = map.get(key);
            before.set(old);
            if (old != null && !replace) {
                return null;
            }
            map.put(key, value);
            return new Parts.Step<ConcurrentMap<K, V>>(json, part -> {
                tellPut(new Info<>(part), new Entry<>(key, old, value));
                tell(callback, old);
            });
        });
        if (before.get() != null && !replace) {
            tell(callback, before.get());
        }
        return before.get();
    }

    /**
     * Removes an entry from the own part, here and on all nodes.
     *
     * @return its value; {@code null} if there was none
     */
    public @Nullable V removeAndShare(K key) {
        return remove(key, null);
    }

    /**
     * The same.
     *
     * @param callback gets its value
     */
    public void removeAndShare(K key, @Nullable Result<V> callback) {
        @Nullable V unused = remove(key, callback);
    }

    private @Nullable V remove(K key, @Nullable Result<V> callback) {
        String json = generate(List.of(REMOVE, String.valueOf(key)));
        AtomicReference<@Nullable V> before = new AtomicReference<>();
        change(map -> {
            V old = map.remove(key);
            before.set(old);
            return old == null
                    ? null
                    : new Parts.Step<ConcurrentMap<K, V>>(json, part -> {
                        tellRemoved(new Info<>(part), new Entry<>(key, old, null));
                        tell(callback, old);
                    });
        });
        if (before.get() == null) {
            tell(callback, null);
        }
        return before.get();
    }

    /** The value of a key in the own part, or else in that of any node; {@code null} if none has it. */
    public @Nullable V get(K key) {
        for (Info<ConcurrentMap<K, V>> info : this) {
            V value = info.getObject().get(key);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The first part that has this key, the own one before others; {@code null} if none has it. */
    public @Nullable Info<ConcurrentMap<K, V>> getInfoOf(K key) {
        for (Info<ConcurrentMap<K, V>> info : this) {
            if (info.getObject().containsKey(key)) {
                return info;
            }
        }
        return null;
    }

    /** Whether the part of any node has this key. */
    public boolean isPresent(K key) {
        return get(key) != null;
    }

    /** Tells a listener of single entries from now on. */
    public void addEntryListener(EntryListener<K, V> listener) {
        entryListeners.add(listener);
    }

    /** Tells it no more. */
    public void removeEntryListener(EntryListener<K, V> listener) {
        entryListeners.remove(listener);
    }

    @Override
    public void removeListeners() {
        super.removeListeners();
        entryListeners.clear();
    }

    @Override
    ConcurrentMap<K, V> read(@Nullable Object representation) {
        if (!(representation instanceof Map<?, ?> entries)) {
            throw new IllegalArgumentException("'" + getName() + "' is no map on another node");
        }
        Map<K, Object> read = new LinkedHashMap<>();
        entries.forEach((key, value) -> read.put(key(String.valueOf(key)), value));
        return super.read(read);
    }

    @Override
    Object write(ConcurrentMap<K, V> part) {
        Map<String, V> written = new LinkedHashMap<>();
        part.forEach((key, value) -> written.put(String.valueOf(key), value));
        return written;
    }

    @Override
    ConcurrentMap<K, V> copy(ConcurrentMap<K, V> part) {
        return new ConcurrentHashMap<>(part);
    }

    @Override
    Content.Change<ConcurrentMap<K, V>> readChange(@Nullable Object representation) {
        if (!(representation instanceof List<?> change) || change.size() < 2) {
            throw new IllegalArgumentException("'" + getName() + "' is no map on another node");
        }
        String text = String.valueOf(change.get(1));
        K key = key(text);
        if (REMOVE.equals(change.get(0))) {
            return map -> {
                V old = map.remove(key);
                return part -> tellRemoved(new Info<>(part), new Entry<>(key, old, null));
            };
        }
        V value = Objects.requireNonNull(
                read(Map.of(text, change.get(2))).get(key), "the factory made no entry of a key and its value");
        return map -> {
            V old = map.put(key, value);
            return part -> tellPut(new Info<>(part), new Entry<>(key, old, value));
        };
    }

    private void tellPut(Info<ConcurrentMap<K, V>> info, Entry<K, V> entry) {
        entryListeners.tell(listener -> listener.onPut(info, entry));
    }

    private void tellRemoved(Info<ConcurrentMap<K, V>> info, Entry<K, V> entry) {
        entryListeners.tell(listener -> listener.onRemoved(info, entry));
    }

    /** Hears of single entries that were shared, on all nodes; not of maps that were shared as a whole, see {@link DeltaListener}. */
    public interface EntryListener<K, V> extends EventListener {

        /** An entry was put. */
        default void onPut(Info<ConcurrentMap<K, V>> info, Entry<K, V> entry) {}

        /** An entry was removed. */
        default void onRemoved(Info<ConcurrentMap<K, V>> info, Entry<K, V> entry) {}
    }

    /** What happened to an entry. */
    public static final class Entry<K, V> {

        private final K key;
        private final @Nullable V oldValue;
        private final @Nullable V newValue;

        Entry(K key, @Nullable V oldValue, @Nullable V newValue) {
            this.key = key;
            this.oldValue = oldValue;
            this.newValue = newValue;
        }

        /** Its key. */
        public K getKey() {
            return key;
        }

        /** The value before; {@code null} if there was none. */
        public @Nullable V getOldValue() {
            return oldValue;
        }

        /** The value now; {@code null} if there is none. */
        public @Nullable V getNewValue() {
            return newValue;
        }

        @Override
        public String toString() {
            return key + ": " + oldValue + " -> " + newValue;
        }
    }

    /**
     * Tells the entry listeners of a map what differs where a map was shared as a whole, or left with its node, as if single
     * entries had been.
     */
    public static final class DeltaListener<K, V> implements Listener<ConcurrentMap<K, V>> {

        private final OortMap<K, V> map;

        /** Makes one, which is to be added to that map. */
        public DeltaListener(OortMap<K, V> map) {
            this.map = map;
        }

        @Override
        public void onUpdated(@Nullable Info<ConcurrentMap<K, V>> oldInfo, Info<ConcurrentMap<K, V>> newInfo) {
            Map<K, V> before = oldInfo == null ? Map.of() : oldInfo.getObject();
            Map<K, V> now = newInfo.getObject();
            forEachNotIn(now, before, (key, value) -> map.tellRemoved(newInfo, new Entry<>(key, value, null)));
            now.forEach((key, value) -> {
                V old = before.get(key);
                if (!value.equals(old)) {
                    map.tellPut(newInfo, new Entry<>(key, old, value));
                }
            });
        }

        private static <K, V> void forEachNotIn(Map<K, V> now, Map<K, V> before, BiConsumer<K, V> action) {
            before.forEach((key, value) -> {
                if (!now.containsKey(key)) {
                    action.accept(key, value);
                }
            });
        }

        @Override
        public void onRemoved(Info<ConcurrentMap<K, V>> info) {
            info.getObject().forEach((key, value) -> map.tellRemoved(info, new Entry<>(key, value, null)));
        }
    }
}
