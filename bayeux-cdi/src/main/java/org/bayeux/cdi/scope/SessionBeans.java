package org.bayeux.cdi.scope;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.lifecycle.ServerAccess;
import org.bayeux.cdi.lifecycle.ServerPart;
import org.bayeux.server.spi.CurrentSession;
import org.bayeux.server.spi.SessionStateListener;
import org.jspecify.annotations.Nullable;

/**
 * The beans of all sessions.
 *
 * <p>Thread-safe: stores are in a concurrent map. A session that nobody hears of any more is marked before its store goes;
 * whoever makes one meanwhile looks for the mark afterwards.
 */
public final class SessionBeans implements ServerPart, SessionStateListener {

    private static final String OVER = SessionBeans.class.getName();

    private final ConcurrentHashMap<ServerSession, BeanStore> stores = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<CurrentSession> threads = new CopyOnWriteArrayList<>();

    /** Has no beans yet. */
    public SessionBeans() {}

    @Override
    public void install(ServerAccess server) {
        threads.add(server.currentSession());
        server.server().addListener(this);
    }

    /** Those of the session that the calling thread works for. */
    Optional<BeanStore> current() {
        return threads.stream()
                .map(CurrentSession::get)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(session -> Optional.ofNullable(of(session)));
    }

    private @Nullable BeanStore of(ServerSession session) {
        BeanStore known = stores.get(session);
        if (known != null || isOver(session)) {
            return known;
        }
        BeanStore made = stores.computeIfAbsent(session, absent -> new BeanStore());
        if (isOver(session)) {
            end(session);
            return null;
        }
        return made;
    }

    @Override
    public void forgotten(ServerSession session) {
        session.setAttribute(OVER, true);
        end(session);
    }

    private void end(ServerSession session) {
        BeanStore store = stores.remove(session);
        if (store != null) {
            store.end();
        }
    }

    private static boolean isOver(ServerSession session) {
        return session.getAttribute(OVER) != null;
    }
}
