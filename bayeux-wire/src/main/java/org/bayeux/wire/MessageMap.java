package org.bayeux.wire;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a message, which are also its view as a map: slots for those of the protocol, and a small map for
 * others, made by the first of them.
 *
 * <p>A slot holds Java null if the message does not have the field, and {@link #NULL} if it has it with the value null.
 */
abstract sealed class MessageMap extends AbstractMap<String, @Nullable Object> permits BayeuxMessage {

    /** Stands for null in a slot. */
    private static final Object NULL = new Object();

    private final JsonContext context;
    private final @Nullable Object[] slots = new @Nullable Object[Field.COUNT];
    private @Nullable Map<String, @Nullable Object> extras;
    private boolean sealed;

    MessageMap(JsonContext context) {
        this.context = context;
    }

    final JsonContext context() {
        return context;
    }

    final boolean has(Field field) {
        return slots[field.slot()] != null;
    }

    /** The value as it is kept, which may be a {@link JsonText}. */
    final @Nullable Object raw(Field field) {
        Object value = slots[field.slot()];
        return value == NULL ? null : value;
    }

    /** The value as applications see it. */
    final @Nullable Object value(Field field) {
        return visible(raw(field));
    }

    /** Sets a slot without asking whether the value fits. */
    final void store(Field field, @Nullable Object value) {
        requireMutable();
        slots[field.slot()] = value == null ? NULL : value;
    }

    final void drop(Field field) {
        requireMutable();
        slots[field.slot()] = null;
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys, and the API asks the same of applications
    final @Nullable Map<String, @Nullable Object> object(Field field, boolean create) {
        Object value = value(field);
        if (value == null && create) {
            store(field, JsonText.emptyObject());
            value = value(field);
        }
        if (value == null || value instanceof Map<?, ?>) {
            return (Map<String, @Nullable Object>) value;
        }
        throw new ClassCastException("field " + field.key() + " of the message on " + OneLine.of(raw(Field.CHANNEL))
                + " is not an object but a " + value.getClass().getName());
    }

    final void storeOrDrop(Field field, @Nullable Object value) {
        if (value == null) {
            drop(field);
        } else {
            store(field, value);
        }
    }

    /** Adds a field that has no slot. */
    final void storeExtra(String name, @Nullable Object value) {
        extras().put(name, value);
    }

    final boolean hasExtra(String name) {
        return extras != null && extras.containsKey(name);
    }

    /** Drops all other fields. */
    final void keepOnly(Field... kept) {
        @Nullable Object[] values = new @Nullable Object[kept.length];
        for (int i = 0; i < kept.length; i++) {
            values[i] = slots[kept[i].slot()];
        }
        clear();
        for (int i = 0; i < kept.length; i++) {
            slots[kept[i].slot()] = values[i];
        }
    }

    final void dropExtra(String name) {
        if (extras != null) {
            requireMutable();
            extras.remove(name);
        }
    }

    private Map<String, @Nullable Object> extras() {
        Map<String, @Nullable Object> fields = extras;
        if (fields == null) {
            fields = new LinkedHashMap<>(8);
            extras = fields;
        }
        return fields;
    }

    final @Nullable Object visible(@Nullable Object kept) {
        if (kept instanceof JsonText text) {
            return text.value(context);
        }
        return sealed ? JsonText.readOnly(kept) : kept;
    }

    final void requireMutable() {
        if (sealed) {
            throw Frozen.refusal();
        }
    }

    @Override
    public int size() {
        int size = extras == null ? 0 : extras.size();
        for (Object slot : slots) {
            size += slot == null ? 0 : 1;
        }
        return size;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        Field field = Field.of(key);
        return field == null ? extras != null && extras.containsKey(key) : has(field);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        Field field = Field.of(key);
        if (field != null) {
            return value(field);
        }
        return extras == null ? null : visible(extras.get(key));
    }

    /**
     * Sets a field.
     *
     * @throws IllegalArgumentException if it is a field of the protocol and the value is not of its type
     * @throws UnsupportedOperationException if the message is frozen
     */
    @Override
    public @Nullable Object put(String key, @Nullable Object value) {
        requireMutable();
        Field field = Field.ofName(key);
        if (field == null) {
            return visible(extras().put(key, value));
        }
        field.require(value);
        Object previous = value(field);
        store(field, value);
        return previous;
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        requireMutable();
        Field field = Field.of(key);
        if (field == null) {
            return extras == null ? null : visible(extras.remove(key));
        }
        Object previous = value(field);
        drop(field);
        return previous;
    }

    @Override
    public void clear() {
        requireMutable();
        Arrays.fill(slots, null);
        extras = null;
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new MessageEntries(this);
    }

    final Iterator<Map.Entry<String, @Nullable Object>> extraEntries() {
        return extras == null
                ? Map.<String, @Nullable Object>of().entrySet().iterator()
                : extras.entrySet().iterator();
    }

    final void writeTo(StringBuilder out) {
        JsonWriter writer = new JsonWriter(context, out);
        char separator = '{';
        for (int i = 0; i < slots.length; i++) {
            Object value = slots[i];
            if (value != null) {
                out.append(separator).append(Field.at(i).member());
                writer.write(value == NULL ? null : value);
                separator = ',';
            }
        }
        if (extras != null) {
            for (Map.Entry<String, @Nullable Object> extra : extras.entrySet()) {
                out.append(separator);
                writer.string(extra.getKey());
                out.append(':');
                writer.write(extra.getValue());
                separator = ',';
            }
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    /** Ends all changes after {@link #writeTo} has made the text. */
    final void seal(String encoded) {
        for (Object slot : slots) {
            settle(slot, encoded);
        }
        if (extras != null) {
            extras.values().forEach(value -> settle(value, encoded));
        }
        sealed = true;
    }

    private static void settle(@Nullable Object value, String encoded) {
        if (value instanceof JsonText text) {
            text.settle(encoded);
        }
    }

    /** Takes over the fields of another message, so that neither sees changes of the other. */
    final void copyFrom(MessageMap other) {
        for (int i = 0; i < slots.length; i++) {
            slots[i] = Copies.ofField(other.slots[i], context);
        }
        if (other.extras != null) {
            other.extras.forEach((name, value) -> storeExtra(name, Copies.ofField(value, context)));
        }
    }
}
