package org.bayeux.server.ext;

import java.util.Map;
import org.bayeux.api.Channel;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.spi.AcknowledgingSession;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is sent to clients until they say that they have received it, so that nothing is lost or reordered by a
 * failing network. For clients that ask for it in their handshake by {@code ext.ack}; those have to connect again within
 * {@code maxInterval}, or session and messages are given up.
 *
 * <p>Their messages travel with connect replies only, on a WebSocket too. What is not acknowledged counts for
 * {@code maxQueue}. Stateless. Source: manual 10.5.
 */
public final class AcknowledgedMessagesExtension implements BayeuxServer.Extension {

    private static final ServerSession.Extension ACKNOWLEDGING = new Acknowledging();

    /** To be added to a server before clients come. */
    public AcknowledgedMessagesExtension() {}

    @Override
    public boolean sendMeta(@Nullable ServerSession to, ServerMessage.Mutable message) {
        if (Channel.META_HANDSHAKE.equals(message.getChannel())
                && message.isSuccessful()
                && to instanceof AcknowledgingSession session
                && !session.isLocalSession()
                && isAskedFor(message.getAssociated())) {
            session.keepUntilAcknowledged();
            session.addExtension(ACKNOWLEDGING);
            Map<String, @Nullable Object> ext = message.getExt(true);
            if (ext != null) {
                ext.put(AcknowledgingSession.ACK, true);
            }
        }
        return true;
    }

    private static boolean isAskedFor(@Nullable ServerMessage handshake) {
        Map<String, @Nullable Object> ext = handshake == null ? null : handshake.getExt();
        Object asked = ext == null ? null : ext.get(AcknowledgingSession.ACK);
        // Clients in the field say it as a text as well.
        return Boolean.TRUE.equals(asked) || "true".equals(asked);
    }

    /** Hears which replies the client has received. */
    private static final class Acknowledging implements ServerSession.Extension {

        @Override
        public boolean rcvMeta(ServerSession session, ServerMessage.Mutable message) {
            if (Channel.META_CONNECT.equals(message.getChannel())
                    && session instanceof AcknowledgingSession acknowledging) {
                Map<String, @Nullable Object> ext = message.getExt();
                if (ext != null && ext.get(AcknowledgingSession.ACK) instanceof Number upTo) {
                    acknowledging.acknowledged(upTo.longValue());
                }
            }
            return true;
        }
    }
}
