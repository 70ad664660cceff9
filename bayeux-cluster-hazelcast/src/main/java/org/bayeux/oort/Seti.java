package org.bayeux.oort;

import java.util.Collection;
import java.util.EventListener;
import java.util.EventObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.oort.object.Listeners;
import org.bayeux.oort.seti.Letters;
import org.bayeux.oort.seti.Presence;
import org.bayeux.oort.seti.Users;
import org.bayeux.wire.JsonContext;
import org.jspecify.annotations.Nullable;

/**
 * Knows which users are present on which node of a cluster, and sends messages to them wherever they are (manual 9.6).
 *
 * <p>What nodes tell each other of users travels on no channel: no client can read it, and nothing that a client publishes,
 * on {@code /seti/all} or elsewhere, changes who is present. When a node is gone, so are its users; when it can be reached
 * again, those who are present there now replace those who were.
 *
 * <p>Thread-safe. A node has one, which is to be {@link #start started} before it is used.
 */
public final class Seti {

    private static final String WAITING = Seti.class.getName() + ".waiting";

    private final Oort oort;
    private final Listeners<PresenceListener> listeners = new Listeners<>("seti");
    private final Users users;
    private final Letters letters;
    private final Arrivals arrivals = new Arrivals();

    /** Written by those who start and stop it. */
    private volatile boolean started;

    /** Makes the one of a node. */
    public Seti(Oort oort) {
        JsonContext json = oort.engine().codec().context();
        this.oort = oort;
        this.users = new Users(oort.commons().users(), json, new Announcer());
        this.letters = new Letters(users, oort.nodes(), oort.commons().mail(), json);
    }

    /** The node. */
    public Oort getOort() {
        return oort;
    }

    /**
     * Begins to tell other nodes who is present here, and to hear of theirs.
     *
     * @throws IllegalStateException if the node has another that was started
     */
    public void start() {
        users.start();
        started = true;
        oort.commons().mail().heardBy(letters::received);
        oort.getBayeuxServer().addListener(arrivals);
        oort.bean().setSeti(this);
    }

    /** Tells the others that nobody is present here, and knows nobody any more. Does nothing if it was not started. */
    public void stop() {
        if (!started) {
            return;
        }
        started = false;
        oort.bean().setSeti(null);
        oort.getBayeuxServer().removeListener(arrivals);
        oort.commons().mail().heardBy(null);
        users.stop();
    }

    /**
     * Says that a session is one of this user, until it ends. In a handshake, as in
     * {@link org.bayeux.api.server.SecurityPolicy#canHandshake}, that begins when the handshake has succeeded.
     *
     * @param userId whatever tells this user from others
     * @return false if that was so already
     */
    public boolean associate(String userId, ServerSession session) {
        if (session.isHandshook()) {
            return associateNow(userId, session);
        }
        Set<String> waiting = waitingOf(session);
        boolean added = waiting.add(userId);
        if (session.isHandshook()) {
            // It has shaken hands meanwhile, perhaps before the user was among those who wait.
            associateNow(userId, session);
        }
        return added;
    }

    private boolean associateNow(String userId, ServerSession session) {
        boolean added = users.associate(userId, session);
        if (!session.isHandshook()) {
            // It has ended meanwhile, perhaps before there was anything to end.
            users.disassociate(userId, session);
        }
        return added;
    }

    @SuppressWarnings("unchecked") // nobody else uses the name
    private static Set<String> waitingOf(ServerSession session) {
        if (session.getAttribute(WAITING) instanceof Set<?> waiting) {
            return (Set<String>) waiting;
        }
        Set<String> waiting = ConcurrentHashMap.newKeySet();
        session.setAttribute(WAITING, waiting);
        return waiting;
    }

    /**
     * Says that a session is none of this user any more.
     *
     * @return false if it was not
     */
    public boolean disassociate(String userId, ServerSession session) {
        boolean waited = session.getAttribute(WAITING) instanceof Set<?> waiting && waiting.remove(userId);
        return users.disassociate(userId, session) || waited;
    }

    /**
     * Says that a session is of no user any more.
     *
     * @return the users it was associated with
     */
    public Set<String> disassociate(ServerSession session) {
        session.removeAttribute(WAITING);
        Set<String> associated = users.usersOf(session);
        associated.forEach(user -> users.disassociate(user, session));
        return associated;
    }

    /** Whether the user has a session on this node. */
    public boolean isAssociated(String userId) {
        return getAssociationCount(userId) > 0;
    }

    /** Whether the user has a session on any node. */
    public boolean isPresent(String userId) {
        return users.isPresent(userId);
    }

    /** How many sessions on this node the user has. */
    public int getAssociationCount(String userId) {
        return users.sessionsOf(List.of(userId)).size();
    }

    /** The users who have a session on this node; an unmodifiable snapshot. */
    public Set<String> getAssociatedUserIds() {
        return users.here();
    }

    /** The users who have a session on any node; an unmodifiable snapshot. */
    public Set<String> getUserIds() {
        return users.everywhere();
    }

    /** How many users have a session on any node. */
    public int getUserCount() {
        return getUserIds().size();
    }

    /**
     * Sends a message to each session of a user on every node, once. Does nothing if the user is nowhere present.
     *
     * @param channel the channel that the clients see; they need not be subscribed to it
     * @param data anything that the JSON library can write
     * @throws IllegalArgumentException if the channel's name is not legal
     */
    public void sendMessage(String userId, String channel, @Nullable Object data) {
        sendMessage(List.of(userId), channel, data);
    }

    /**
     * Sends a message to each session of several users on every node, once also where a session is of two of them.
     *
     * @throws IllegalArgumentException if the channel's name is not legal
     */
    public void sendMessage(Collection<String> userIds, String channel, @Nullable Object data) {
        letters.send(userIds, new ChannelId(channel).getId(), data);
    }

    /** Tells a listener of presence from now on, but not of those who are present already. */
    public void addPresenceListener(PresenceListener listener) {
        listeners.add(listener);
    }

    /** Tells it no more. */
    public void removePresenceListener(PresenceListener listener) {
        listeners.remove(listener);
    }

    /** Tells listeners. */
    private final class Announcer implements Presence {

        @Override
        public void added(String url, String user) {
            tell(PresenceListener::presenceAdded, url, user);
        }

        @Override
        public void removed(String url, String user) {
            tell(PresenceListener::presenceRemoved, url, user);
        }

        private void tell(BiConsumer<PresenceListener, PresenceListener.Event> call, String url, String user) {
            PresenceListener.Event event = new PresenceListener.Event(Seti.this, url, user);
            listeners.tell(listener -> call.accept(listener, event));
        }
    }

    /** Associates sessions that have shaken hands, and ends associations of those that have ended. */
    private final class Arrivals implements BayeuxServer.SessionListener {

        @Override
        public void sessionAdded(ServerSession session, ServerMessage message) {
            if (session.removeAttribute(WAITING) instanceof Set<?> waiting) {
                waiting.forEach(user -> associateNow(String.valueOf(user), session));
            }
        }

        @Override
        public void sessionRemoved(ServerSession session, boolean timedout) {
            disassociate(session);
        }
    }

    /** Hears who is present on which node, this one included: once for each user and node, however many sessions there are. */
    public interface PresenceListener extends EventListener {

        /** A user has a session on a node, and had none there. */
        default void presenceAdded(Event event) {}

        /** A user has no session on a node any more, or the node is gone. */
        default void presenceRemoved(Event event) {}

        /** Who and where. */
        final class Event extends EventObject {

            private static final long serialVersionUID = 1L;

            private final transient Seti seti;
            private final String url;
            private final String userId;

            Event(Seti seti, String url, String userId) {
                super(seti);
                this.seti = seti;
                this.url = url;
                this.userId = userId;
            }

            /** The one that tells. */
            public Seti getSeti() {
                return seti;
            }

            /** The node, see {@link Oort#getURL()}. */
            public String getURL() {
                return url;
            }

            /** The user. */
            public String getUserId() {
                return userId;
            }
        }
    }
}
