package org.bayeux.server.engine.local;

import java.util.List;
import java.util.ListIterator;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bayeux.api.client.ClientSession;
import org.bayeux.api.client.ClientSession.Extension;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.wire.BayeuxMessage;

/** The extensions of a local client: incoming in the order of registration, outgoing the other way. Thread-safe. */
final class LocalExtensions {

    private final ClientSession session;
    private final CopyOnWriteArrayList<Extension> extensions = new CopyOnWriteArrayList<>();

    LocalExtensions(ClientSession session) {
        this.session = session;
    }

    void add(Extension extension) {
        extensions.add(extension);
    }

    void remove(Extension extension) {
        extensions.remove(extension);
    }

    List<Extension> all() {
        return List.copyOf(extensions);
    }

    boolean isEmpty() {
        return extensions.isEmpty();
    }

    boolean incoming(BayeuxMessage message) {
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

    boolean outgoing(BayeuxMessage message) {
        ListIterator<Extension> reverse = extensions.listIterator(extensions.size());
        while (reverse.hasPrevious()) {
            Extension extension = reverse.previous();
            boolean goesOn = UserCode.ask(
                    extension,
                    true,
                    () -> message.isMeta() ? extension.sendMeta(session, message) : extension.send(session, message));
            if (!goesOn) {
                return false;
            }
        }
        return true;
    }
}
