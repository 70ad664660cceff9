package org.bayeux.server.engine.session;

import org.bayeux.api.Session;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** Who counts as the sender of what the application sends. Stateless. */
public final class Senders {

    private Senders() {}

    /** The server's end of a session that the application named. */
    public static @Nullable ServerSession of(@Nullable Session sender) {
        return sender instanceof LocalSession local ? local.getServerSession() : (ServerSession) sender;
    }
}
