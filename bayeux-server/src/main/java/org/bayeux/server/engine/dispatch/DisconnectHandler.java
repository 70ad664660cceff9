package org.bayeux.server.engine.dispatch;

import java.util.concurrent.CompletionStage;
import org.bayeux.api.Channel;
import org.bayeux.server.engine.session.CloseReason;

/** {@code /meta/disconnect}: ends the session and releases its held connect (appendix C, 4.5). */
final class DisconnectHandler implements Handler {

    private final MetaListeners listeners;

    DisconnectHandler(MetaListeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public CompletionStage<Outcome> handle(Request request) {
        return Outcome.after(
                listeners.ask(Channel.META_DISCONNECT, request.session(), request.message()), request, () -> {
                    request.session().session().close(CloseReason.DISCONNECTED);
                    request.exchange().closing();
                    return request.succeed();
                });
    }
}
