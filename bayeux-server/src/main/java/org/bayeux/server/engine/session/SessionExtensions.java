package org.bayeux.server.engine.session;

import java.util.List;
import java.util.ListIterator;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.ServerSession.Extension;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** The extensions of one session: incoming in the order of their registration, outgoing the other way. Thread-safe. */
final class SessionExtensions {

    private final CopyOnWriteArrayList<Extension> extensions = new CopyOnWriteArrayList<>();

    void add(Extension extension) {
        extensions.add(extension);
    }

    void remove(Extension extension) {
        extensions.remove(extension);
    }

    List<Extension> all() {
        return List.copyOf(extensions);
    }

    boolean incoming(ServerSession session, BayeuxMessage message) {
        for (Extension extension : extensions) {
            boolean goesOn = UserCode.ask(
                    extension,
                    true,
                    () -> message.isMeta() ? extension.rcvMeta(session, message) : extension.rcv(session, message));
            if (!goesOn) {
                return false;
            }
        }
        return true;
    }

    boolean outgoingReply(ServerSession session, BayeuxMessage reply) {
        if (!reply.isMeta()) {
            return outgoing(session, reply) != null;
        }
        ListIterator<Extension> reverse = extensions.listIterator(extensions.size());
        while (reverse.hasPrevious()) {
            Extension extension = reverse.previous();
            if (!UserCode.ask(extension, true, () -> extension.sendMeta(session, reply))) {
                return false;
            }
        }
        return true;
    }

    /** What the client gets instead of the message, usually the message itself; {@code null} if it gets nothing. */
    @Nullable
    ServerMessage outgoing(ServerSession session, ServerMessage message) {
        if (extensions.isEmpty()) {
            return message;
        }
        ServerMessage current = message;
        ListIterator<Extension> reverse = extensions.listIterator(extensions.size());
        while (reverse.hasPrevious() && current != null) {
            current = send(reverse.previous(), session, current);
        }
        return current;
    }

    private static @Nullable ServerMessage send(Extension extension, ServerSession session, ServerMessage message) {
        try {
            return extension.send(session, message);
        } catch (Throwable e) {
            UserCode.failedLater(extension, e);
            return message;
        }
    }
}
