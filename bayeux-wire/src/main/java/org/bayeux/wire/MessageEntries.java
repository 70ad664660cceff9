package org.bayeux.wire;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entries of a message: slots first, then the others. Values are read when somebody asks for them. */
final class MessageEntries extends AbstractSet<Map.Entry<String, @Nullable Object>> {

    private final MessageMap message;

    MessageEntries(MessageMap message) {
        this.message = message;
    }

    @Override
    public int size() {
        return message.size();
    }

    @Override
    public void clear() {
        message.clear();
    }

    @Override
    public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
        return new Entries(message);
    }

    private static final class Entries implements Iterator<Map.Entry<String, @Nullable Object>> {

        private final MessageMap message;
        private final Iterator<Map.Entry<String, @Nullable Object>> extras;
        private int next;
        private @Nullable Field slot;
        private boolean removable;

        Entries(MessageMap message) {
            this.message = message;
            this.extras = message.extraEntries();
        }

        @Override
        public boolean hasNext() {
            while (next < Field.COUNT && !message.has(Field.at(next))) {
                next++;
            }
            return next < Field.COUNT || extras.hasNext();
        }

        @Override
        public Map.Entry<String, @Nullable Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            removable = true;
            slot = next < Field.COUNT ? Field.at(next++) : null;
            return new MessageEntry(message, slot == null ? extras.next().getKey() : slot.key());
        }

        @Override
        public void remove() {
            message.requireMutable();
            if (!removable) {
                throw new IllegalStateException("next() must be called before each remove()");
            }
            removable = false;
            if (slot == null) {
                extras.remove();
            } else {
                message.drop(slot);
            }
        }
    }

    /** Reads and writes through to the message. */
    private static final class MessageEntry implements Map.Entry<String, @Nullable Object> {

        private final MessageMap message;
        private final String key;

        MessageEntry(MessageMap message, String key) {
            this.message = message;
            this.key = key;
        }

        @Override
        public String getKey() {
            return key;
        }

        @Override
        public @Nullable Object getValue() {
            return message.get(key);
        }

        @Override
        public @Nullable Object setValue(@Nullable Object value) {
            return message.put(key, value);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Map.Entry<?, ?> entry
                    && key.equals(entry.getKey())
                    && Objects.equals(getValue(), entry.getValue());
        }

        @Override
        public int hashCode() {
            return new SimpleImmutableEntry<>(key, getValue()).hashCode();
        }

        @Override
        public String toString() {
            return key + "=" + getValue();
        }
    }
}
