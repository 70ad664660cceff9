package org.bayeux.api;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One chunk of bytes that travels as the data of a message.
 *
 * <p>Needs the binary extension at both ends, which carries the bytes as Z85 text.
 *
 * <p>Immutable as long as nobody changes the bytes: for the sake of speed they are not copied, neither
 * when handed in nor when handed out, and a received chunk may be shared by several readers. Source:
 * manual, 6.3.8.
 */
public final class BinaryData {

    /** Name of the binary extension in the {@code ext} field. */
    public static final String EXT_NAME = "binary";

    /** Field of the data that carries the bytes. */
    public static final String DATA = "data";

    /** Field of the data that says whether this is the last chunk. */
    public static final String LAST = "last";

    /** Field of the data that carries remarks of the application. */
    public static final String META = "meta";

    private final ByteBuffer bytes;
    private final boolean last;
    private final Map<String, @Nullable Object> metaData;

    /**
     * Makes a chunk of an array, which must not be changed afterwards.
     *
     * @param last whether no chunk follows
     * @param metaData remarks such as a file name; null for none
     */
    public BinaryData(byte[] bytes, boolean last, @Nullable Map<String, @Nullable Object> metaData) {
        this(ByteBuffer.wrap(bytes), last, metaData);
    }

    /**
     * Makes a chunk of what remains in a buffer. Its bytes must not be changed afterwards; its position
     * stays, and may be moved.
     *
     * @param last whether no chunk follows
     * @param metaData remarks such as a file name; null for none
     */
    public BinaryData(ByteBuffer buffer, boolean last, @Nullable Map<String, @Nullable Object> metaData) {
        this.bytes = buffer.slice();
        this.last = last;
        this.metaData = metaData == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(metaData));
    }

    /** Returns the bytes as a read-only buffer with a position of its own. */
    public ByteBuffer asByteBuffer() {
        return bytes.asReadOnlyBuffer();
    }

    /** Returns the bytes as an array, which must not be changed: only a part of an array is copied. */
    public byte[] asBytes() {
        if (bytes.hasArray() && bytes.arrayOffset() == 0 && bytes.array().length == bytes.remaining()) {
            return bytes.array();
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(0, copy);
        return copy;
    }

    /** Tells whether no chunk follows. */
    public boolean isLast() {
        return last;
    }

    /**
     * Returns the application's remarks.
     *
     * @return an unmodifiable map, empty if there are none
     */
    public Map<String, @Nullable Object> getMetaData() {
        return metaData;
    }

    /** Tells whether bytes, flag and remarks are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof BinaryData that
                        && last == that.last
                        && bytes.equals(that.bytes)
                        && metaData.equals(that.metaData));
    }

    @Override
    public int hashCode() {
        return Arrays.asList(bytes, last, metaData).hashCode();
    }

    /** Describes the chunk without its content. */
    @Override
    public String toString() {
        return bytes.remaining() + " bytes" + (last ? ", last" : "") + (metaData.isEmpty() ? "" : ", with meta data");
    }
}
