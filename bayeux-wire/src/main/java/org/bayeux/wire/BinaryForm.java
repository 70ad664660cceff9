package org.bayeux.wire;

import java.util.Map;
import org.bayeux.api.BinaryData;
import org.jspecify.annotations.Nullable;

/** How bytes travel in a message: an object with the bytes as Z85 text, announced in {@code ext} (manual 6.3.8). */
final class BinaryForm {

    private BinaryForm() {}

    /** Appends the object. Z85 has no character that JSON would escape. */
    static void write(BinaryData data, StringBuilder out, JsonWriter writer) {
        out.append("{\"").append(BinaryData.DATA).append("\":\"");
        Z85.encode(data.asByteBuffer(), out);
        out.append("\",\"").append(BinaryData.LAST).append("\":").append(data.isLast());
        if (!data.getMetaData().isEmpty()) {
            out.append(",\"").append(BinaryData.META).append("\":");
            writer.write(data.getMetaData());
        }
        out.append('}');
    }

    /**
     * Refuses bytes that no client would recognise as such.
     *
     * @throws JsonWriteException if the data of the message are bytes, and its {@code ext} does not say so
     */
    static void requireAnnounced(BayeuxMessage message) {
        if (message.hasBinaryData()) {
            Map<String, @Nullable Object> ext = message.getExt();
            if (ext == null || ext.get(BinaryData.EXT_NAME) == null) {
                throw new JsonWriteException(
                        "binary data needs the extension org.bayeux.server.ext.BinaryExtension", null);
            }
        }
    }
}
