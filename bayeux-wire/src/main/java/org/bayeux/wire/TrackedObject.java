package org.bayeux.wire;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object in a message. All that changes it, also through its views, goes through {@link JsonText#touch()} first.
 *
 * <p>Confined until its message is frozen, then immutable and safe to be shared: its fields are final.
 */
final class TrackedObject extends AbstractMap<String, @Nullable Object> implements Tracked {

    private final Map<String, @Nullable Object> members;
    private final JsonText owner;

    TrackedObject(Map<String, @Nullable Object> members, JsonText owner) {
        this.members = members;
        this.owner = owner;
    }

    @Override
    public JsonText owner() {
        return owner;
    }

    @Override
    public void writeElements(JsonWriter writer) {
        writer.object(members);
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return members.containsKey(key);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return owner.shared(members.get(key));
    }

    @Override
    public @Nullable Object put(String key, @Nullable Object value) {
        owner.touch();
        return members.put(key, value);
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        owner.touch();
        return members.remove(key);
    }

    @Override
    public void clear() {
        owner.touch();
        members.clear();
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {

        @Override
        public int size() {
            return members.size();
        }

        @Override
        public void clear() {
            TrackedObject.this.clear();
        }

        @Override
        public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
            return new EntryIterator(members.entrySet().iterator());
        }
    }

    private final class EntryIterator implements Iterator<Map.Entry<String, @Nullable Object>> {

        private final Iterator<Map.Entry<String, @Nullable Object>> entries;

        EntryIterator(Iterator<Map.Entry<String, @Nullable Object>> entries) {
            this.entries = entries;
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public Map.Entry<String, @Nullable Object> next() {
            return new Member(entries.next());
        }

        @Override
        public void remove() {
            owner.touch();
            entries.remove();
        }
    }

    /** An entry that writes through, and remembers its own value as the contract of an entry asks for. */
    private final class Member extends SimpleEntry<String, @Nullable Object> {

        private static final long serialVersionUID = 1L;

        private final transient Map.Entry<String, @Nullable Object> entry;

        Member(Map.Entry<String, @Nullable Object> entry) {
            super(entry.getKey(), owner.shared(entry.getValue()));
            this.entry = entry;
        }

        @Override
        public @Nullable Object setValue(@Nullable Object value) {
            owner.touch();
            entry.setValue(value);
            return super.setValue(value);
        }
    }
}
