package org.bayeux.server.engine.dispatch;

import org.bayeux.api.Message;
import org.bayeux.server.engine.extension.ExtensionChain;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** Runs the outgoing extensions on replies and freezes them (manual 6.3.4, step 8). Stateless. */
final class ReplyFinisher {

    private final ExtensionChain extensions;

    ReplyFinisher(ExtensionChain extensions) {
        this.extensions = extensions;
    }

    /** Completes a reply; {@code false}: an extension dropped it. */
    boolean finish(BayeuxMessage reply, @Nullable SessionHandle session) {
        boolean goesOn = extensions.outgoing(null, session, reply) && (session == null || session.outgoingReply(reply));
        if (!UserCode.encodes(reply::freeze)) {
            failInstead(reply);
        }
        return goesOn;
    }

    /** The client waits for some answer, and everybody behind it for the end of this one. */
    private static void failInstead(BayeuxMessage reply) {
        reply.keySet().removeIf(field -> !field.equals(Message.ID_FIELD) && !field.equals(Message.CHANNEL_FIELD));
        reply.setSuccessful(false);
        reply.put(Message.ERROR_FIELD, BayeuxError.INTERNAL);
        reply.freeze();
    }
}
