package org.bayeux.server.engine.dispatch;

import java.util.Map;
import org.bayeux.api.Message;
import org.bayeux.server.engine.message.Advice;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.session.ConnectReply;
import org.bayeux.server.engine.session.Release;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.spi.AcknowledgingSession;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** The reply to a connect that is held, finished when the session lets it go. */
final class HeldReply implements ConnectReply {

    private final Request request;
    private final SessionHandle session;
    private final ReplyFinisher finisher;

    HeldReply(Request request, SessionHandle session, ReplyFinisher finisher) {
        this.request = request;
        this.session = session;
        this.finisher = finisher;
    }

    @Override
    public void numbered(long connect) {
        Map<String, @Nullable Object> ext = request.reply().getExt(true);
        if (ext != null) {
            ext.put(AcknowledgingSession.ACK, connect);
        }
    }

    @Override
    public @Nullable BayeuxMessage finish(Release release) {
        BayeuxMessage reply = request.reply();
        switch (release) {
            case NORMAL, TIMED_OUT -> {}
            case SUPERSEDED -> fail(BayeuxError.CONNECT_SUPERSEDED);
            case DISCONNECTED -> Advice.none(reply);
            case GONE -> {
                fail(BayeuxError.SESSION_UNKNOWN);
                Advice.handshake(reply);
            }
            case OVERFLOWED -> {
                fail(BayeuxError.QUEUE_OVERFLOW);
                Advice.handshake(reply);
            }
            case CREDENTIALS_EXPIRED -> {
                fail(BayeuxError.CREDENTIALS_EXPIRED);
                Advice.handshake(reply);
            }
        }
        session.heartbeat().resumed(request.message(), release == Release.TIMED_OUT);
        return finisher.finish(reply, session) ? reply : null;
    }

    /** Carries no messages, so it must not acknowledge any. */
    private void fail(String error) {
        Map<String, @Nullable Object> ext = request.reply().getExt();
        if (ext != null) {
            ext.remove(AcknowledgingSession.ACK);
            if (ext.isEmpty()) {
                request.reply().remove(Message.EXT_FIELD);
            }
        }
        request.reply().setSuccessful(false);
        request.reply().put(Message.ERROR_FIELD, error);
    }
}
