package org.bayeux.server.engine.extension;

import java.util.List;
import java.util.ListIterator;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bayeux.api.server.BayeuxServer.Extension;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.spi.RelayedExtension;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * The extensions of one server: incoming in the order of their registration, outgoing the other way (manual 10.2). One
 * that fails is logged and passed over (manual 10.3). Thread-safe.
 */
public final class ExtensionChain {

    private final CopyOnWriteArrayList<Extension> extensions = new CopyOnWriteArrayList<>();

    /** Adds one behind the others. */
    public void add(Extension extension) {
        extensions.add(extension);
    }

    /** Removes one. */
    public void remove(Extension extension) {
        extensions.remove(extension);
    }

    /** All at this moment, in the order of their registration. */
    public List<Extension> all() {
        return List.copyOf(extensions);
    }

    /** Runs them on a received message; {@code false}: it is dropped. */
    public boolean incoming(@Nullable ServerSession from, BayeuxMessage message) {
        for (Extension extension : extensions) {
            boolean goesOn = UserCode.ask(
                    extension,
                    true,
                    () -> message.isMeta() ? extension.rcvMeta(from, message) : extension.rcv(from, message));
            if (!goesOn) {
                return false;
            }
        }
        return true;
    }

    /** Runs those whom it concerns on a message of another server; {@code false}: it is dropped. */
    public boolean relayed(BayeuxMessage message) {
        return UserCode.allAgree(extensions, RelayedExtension.class, it -> it.relayed(message));
    }

    /**
     * Runs them on a message that leaves; {@code false}: it is dropped.
     *
     * @param to who gets it; {@code null} for a broadcast, which has many receivers
     */
    public boolean outgoing(@Nullable ServerSession from, @Nullable ServerSession to, BayeuxMessage message) {
        if (extensions.isEmpty()) {
            return true;
        }
        ListIterator<Extension> reverse = extensions.listIterator(extensions.size());
        while (reverse.hasPrevious()) {
            Extension extension = reverse.previous();
            boolean goesOn = UserCode.ask(
                    extension,
                    true,
                    () -> message.isMeta() ? extension.sendMeta(to, message) : extension.send(from, to, message));
            if (!goesOn) {
                return false;
            }
        }
        return true;
    }
}
