package org.bayeux.server.ext;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.bayeux.api.BinaryData;
import org.bayeux.api.Message;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.spi.RelayedExtension;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.Z85;
import org.jspecify.annotations.Nullable;

/**
 * Carries bytes: what clients send as such is {@link BinaryData} to all code on the server, and {@link BinaryData} as the
 * data of a message goes out in the form that clients with the same extension read.
 *
 * <p>There is nothing to agree on in the handshake: a client without the extension sees the object with Z85 text that
 * travels. A message that says it carries bytes and does not is refused with {@value #INVALID}. Stateless. Source: manual
 * 6.3.8 and 10.6.
 */
public final class BinaryExtension implements RelayedExtension {

    /** What a client is told whose message says that it carries bytes, and does not. */
    static final String INVALID = "400::binary_invalid";

    private static final Logger LOGGER = System.getLogger(BinaryExtension.class.getName());

    /** To be added to a server before clients come. */
    public BinaryExtension() {}

    @Override
    public boolean rcv(@Nullable ServerSession from, ServerMessage.Mutable message) {
        Map<String, @Nullable Object> ext = message.getExt();
        if (ext == null || !isAnnounced(ext)) {
            return true;
        }
        try {
            message.setData(read(message.getData()));
        } catch (IllegalArgumentException e) {
            refuse(message, e);
            return false;
        }
        // Announced again on the way out, if what listeners leave of the data still are bytes.
        ext.remove(BinaryData.EXT_NAME);
        if (ext.isEmpty()) {
            message.remove(Message.EXT_FIELD);
        }
        return true;
    }

    @Override
    public boolean relayed(ServerMessage.Mutable message) {
        return rcv(null, message);
    }

    @Override
    public boolean send(@Nullable ServerSession from, @Nullable ServerSession to, ServerMessage.Mutable message) {
        if (message instanceof BayeuxMessage outgoing && outgoing.hasBinaryData()) {
            Map<String, @Nullable Object> ext = message.getExt(true);
            // What was sent before and is sent on is announced already, and cannot be changed.
            if (ext != null && !isAnnounced(ext)) {
                ext.put(BinaryData.EXT_NAME, Map.of());
            }
        }
        return true;
    }

    private static boolean isAnnounced(Map<String, @Nullable Object> ext) {
        return ext.get(BinaryData.EXT_NAME) != null;
    }

    private static void refuse(ServerMessage.Mutable message, IllegalArgumentException reason) {
        LOGGER.log(Level.DEBUG, () -> "a client's message is not binary as it says: " + reason.getMessage());
        ServerMessage.Mutable reply = message.getAssociated();
        if (reply != null) {
            reply.put(Message.ERROR_FIELD, INVALID);
        }
    }

    private static BinaryData read(@Nullable Object data) {
        if (!(data instanceof Map<?, ?> object)) {
            throw new IllegalArgumentException("the data is no object");
        }
        if (!(object.get(BinaryData.DATA) instanceof String text)) {
            throw new IllegalArgumentException("the data has no text with the bytes");
        }
        return new BinaryData(Z85.decode(text), isLast(object.get(BinaryData.LAST)), meta(object));
    }

    /** Clients leave it out where there is one chunk only. */
    private static boolean isLast(@Nullable Object last) {
        if (last == null || last instanceof Boolean) {
            return !Boolean.FALSE.equals(last);
        }
        throw new IllegalArgumentException("what tells the last chunk is neither true nor false");
    }

    @SuppressWarnings("unchecked") // JSON objects have no other keys
    private static @Nullable Map<String, @Nullable Object> meta(Map<?, ?> object) {
        Object meta = object.get(BinaryData.META);
        if (meta == null || meta instanceof Map<?, ?>) {
            return (Map<String, @Nullable Object>) meta;
        }
        throw new IllegalArgumentException("the meta data is no object");
    }
}
