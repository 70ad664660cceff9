package org.bayeux.server.engine.dispatch;

import org.bayeux.api.Message;
import org.bayeux.server.engine.message.Advice;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.session.ConnectReply;
import org.bayeux.server.engine.session.Release;
import org.bayeux.server.engine.session.SessionHandle;
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
        }
        session.resumed(request.message(), release == Release.TIMED_OUT);
        return finisher.finish(reply, session) ? reply : null;
    }

    private void fail(String error) {
        request.reply().setSuccessful(false);
        request.reply().put(Message.ERROR_FIELD, error);
    }
}
