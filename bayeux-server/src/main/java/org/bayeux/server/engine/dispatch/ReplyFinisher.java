package org.bayeux.server.engine.dispatch;

import org.bayeux.api.Message;
import org.bayeux.server.engine.extension.ExtensionChain;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.engine.watch.Story;
import org.bayeux.server.engine.watch.Watch;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.OneLine;
import org.jspecify.annotations.Nullable;

/** Runs the outgoing extensions on replies and freezes them (manual 6.3.4, step 8). Stateless. */
final class ReplyFinisher {

    private final ExtensionChain extensions;
    private final Watch watch;

    ReplyFinisher(ExtensionChain extensions, Watch watch) {
        this.extensions = extensions;
        this.watch = watch;
    }

    /** Completes a reply; {@code false}: an extension dropped it. */
    boolean finish(BayeuxMessage reply, @Nullable SessionHandle session) {
        boolean goesOn = extensions.outgoing(null, session, reply) && (session == null || session.outgoingReply(reply));
        if (!UserCode.encodes(reply::freeze)) {
            failInstead(reply);
        }
        note(reply, session, goesOn);
        if (session != null && !session.isHandshook()) {
            session.refused();
        }
        return goesOn;
    }

    private void note(BayeuxMessage reply, @Nullable SessionHandle session, boolean leaves) {
        if (leaves && !reply.isSuccessful()) {
            watch.figures().refused();
        }
        Story story = watch.story();
        if (story.isOn()) {
            Message request = reply.getAssociated();
            story.tell(
                    session,
                    Story.nameOf(request == null ? reply : request)
                            + (leaves
                                    ? " is answered with " + describe(reply)
                                    : " is not answered: an extension dropped the reply"));
        }
    }

    private static String describe(BayeuxMessage reply) {
        return reply.isSuccessful() ? "success" : OneLine.of(reply.get(Message.ERROR_FIELD));
    }

    /** The client waits for some answer, and everybody behind it for the end of this one. */
    private static void failInstead(BayeuxMessage reply) {
        reply.keySet().removeIf(field -> !field.equals(Message.ID_FIELD) && !field.equals(Message.CHANNEL_FIELD));
        reply.setSuccessful(false);
        reply.put(Message.ERROR_FIELD, BayeuxError.INTERNAL);
        reply.freeze();
    }
}
