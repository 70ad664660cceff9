package org.bayeux.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value inside a message, kept as the text it came as. It is read into a tree when somebody asks, and written as
 * it came unless somebody changed the tree.
 *
 * <p>Confined to one thread until {@link #settle}, which happens before the message is handed to others. From then on
 * it is immutable except for {@code root}: each thread that finds none may read and store an equal tree.
 */
final class JsonText {

    /** Owns the read-only views of what is not owned by any text. It is sealed from the start, so never written to. */
    private static final JsonText SEALED = new JsonText("", 0, 0, true);

    private String source;
    private int start;
    private int end;
    private boolean changed;
    private boolean sealed;

    private int writtenStart;
    private int writtenEnd;

    /** Written by the first readers, read by all. Volatile because they may be several threads. */
    private volatile @Nullable Object root;

    private JsonText(String source, int start, int end, boolean sealed) {
        this.source = source;
        this.start = start;
        this.end = end;
        this.sealed = sealed;
    }

    /** A part of a text that has been checked to be one legal JSON value. */
    static JsonText of(String source, int start, int end) {
        return new JsonText(source, start, end, false);
    }

    /** An object without members, to be filled by whoever asked for it. */
    static JsonText emptyObject() {
        return new JsonText("{}", 0, 2, false);
    }

    @Nullable
    Object value(JsonContext context) {
        Object tree = root;
        if (tree == null) {
            tree = TreeReader.read(context, text(), this);
            root = tree;
        }
        return tree;
    }

    String text() {
        return source.substring(start, end);
    }

    /** Whether {@link #text()} still says what the value is. */
    boolean isUnchanged() {
        return !changed;
    }

    /** Whether the container is the whole of this value, and the text still says what is in it. */
    boolean isTextOf(Tracked container) {
        return container == root && !changed;
    }

    /** Must be called before the tree is changed. */
    void touch() {
        if (sealed) {
            throw Frozen.refusal();
        }
        changed = true;
    }

    /** What the tree may show of a value in it: maps and lists that nobody tracks become read-only with the tree. */
    @Nullable
    Object shared(@Nullable Object value) {
        return sealed ? readOnly(value) : value;
    }

    /** The value itself if it cannot be changed through this library, a read-only view of a map or list otherwise. */
    @SuppressWarnings("unchecked") // a read-only view only hands out what is inside
    static @Nullable Object readOnly(@Nullable Object value) {
        if (value instanceof String || (value instanceof Tracked tracked && tracked.owner().sealed)) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return new TrackedObject((Map<String, @Nullable Object>) map, SEALED);
        }
        return value instanceof List<?> list ? new TrackedArray((List<@Nullable Object>) list, SEALED) : value;
    }

    void writeTo(JsonWriter writer) {
        int from = writer.length();
        if (changed && root instanceof Tracked tree) {
            tree.writeElements(writer);
        } else {
            writer.verbatim(source, start, end);
        }
        if (!sealed) {
            writtenStart = from;
            writtenEnd = writer.length();
        }
    }

    /** Writes a container of the tree, which may have been put into another message. */
    void write(Tracked container, JsonWriter writer) {
        if (isTextOf(container)) {
            writer.verbatim(source, start, end);
        } else {
            container.writeElements(writer);
        }
    }

    /**
     * Ends all changes: from now on the value is the part of the encoded message to which it was just written. That
     * also lets go of the received text, which may be much longer.
     */
    void settle(String encoded) {
        source = encoded;
        start = writtenStart;
        end = writtenEnd;
        changed = false;
        sealed = true;
    }

    /** An equal value that can be changed independently. */
    JsonText copy(JsonContext context) {
        if (!changed) {
            return of(source, start, end);
        }
        String text = context.generate(root);
        return of(text, 0, text.length());
    }
}
