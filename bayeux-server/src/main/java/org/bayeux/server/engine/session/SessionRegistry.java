package org.bayeux.server.engine.session;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.server.config.TransportConfig;
import org.bayeux.server.engine.message.Messages;
import org.jspecify.annotations.Nullable;

/** All sessions of a server by their ids. Thread-safe. */
public final class SessionRegistry {

    private static final int ID_BITS = 160;
    private static final int ID_RADIX = 36;

    private final ConcurrentHashMap<String, SessionHandle> sessions = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Messages messages;
    private final SessionTime time;
    private final QueueBudget budget;

    /** Makes an empty registry. */
    public SessionRegistry(Messages messages, SessionTime time, QueueBudget budget) {
        this.messages = messages;
        this.time = time;
        this.budget = budget;
    }

    /** Makes a session with an id of its own that nobody can find yet. */
    public SessionHandle create(SessionHost host, TransportConfig config, SessionOrigin origin) {
        return new SessionHandle(idFor(origin), host, messages, time, budget, SessionLimits.of(config), origin);
    }

    private String idFor(SessionOrigin origin) {
        LocalPeer local = origin.local();
        return local == null ? randomId() : local.idPrefix() + randomId();
    }

    /** A value that cannot be guessed, of letters and digits. */
    public String randomId() {
        return new BigInteger(ID_BITS, random).toString(ID_RADIX);
    }

    /** Makes a session known by its id. */
    public void add(SessionHandle session) {
        sessions.put(session.getId(), session);
    }

    /** Forgets a session; {@code false}: it was not known. */
    public boolean remove(SessionHandle session) {
        return sessions.remove(session.getId(), session);
    }

    /** The session with this id, or {@code null}. */
    public @Nullable SessionHandle get(@Nullable String id) {
        return id == null ? null : sessions.get(id);
    }

    /** How many there are. */
    public int count() {
        return sessions.size();
    }

    /** What their queues keep. */
    public QueueBudget budget() {
        return budget;
    }

    /** The sessions at this moment. */
    public List<SessionHandle> all() {
        return List.copyOf(sessions.values());
    }
}
