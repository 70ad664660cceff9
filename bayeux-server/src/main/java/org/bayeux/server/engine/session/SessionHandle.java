package org.bayeux.server.engine.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.message.Messages;
import org.bayeux.server.spi.AcknowledgingSession;
import org.bayeux.server.spi.Loss;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the application holds of a session: identity, attributes, listeners, subscriptions.
 *
 * <p>Thread-safe: collections are concurrent, single values are volatile (written by the exchange that learns them, read
 * by all), everything else is the duty of {@link Session}.
 */
public final class SessionHandle implements AcknowledgingSession, SessionEvents {

    private final String id;
    private final SessionHost host;
    private final Messages messages;
    private final Session session;
    private final Delivery delivery;
    private final SessionOrigin origin;
    private final OwnTimes times;
    private final Farewell farewell;
    private final Heartbeat heartbeat;
    private final SessionWatch watch;
    private final SessionExtensions extensions = new SessionExtensions();
    private final CopyOnWriteArrayList<ServerSessionListener> listeners = new CopyOnWriteArrayList<>();
    private final Attributes attributes = new Attributes();
    private final Turns news;
    private final Memberships memberships;
    private volatile @Nullable ServerTransport transport;
    private volatile boolean handshook;

    SessionHandle(
            String id,
            SessionHost host,
            Messages messages,
            SessionTime time,
            QueueBudget budget,
            SessionLimits limits,
            SessionOrigin origin) {
        this.id = id;
        this.host = host;
        this.messages = messages;
        this.origin = origin;
        this.news = new Turns(turn -> host.work(this, turn));
        this.memberships = new Memberships(news);
        this.session = new Session(time, budget, this, limits);
        this.watch = new SessionWatch(this, host.watch());
        this.delivery = new Delivery(this, session, host, extensions, listeners, watch);
        this.times = new OwnTimes(session, limits);
        this.farewell = new Farewell(this, host);
        this.heartbeat = new Heartbeat(this, host, listeners);
    }

    /** The way to its client. */
    public Session session() {
        return session;
    }

    /** In which state it is, for operators. */
    public String stateName() {
        return session.state().getClass().getSimpleName();
    }

    /** Where the client shook hands. */
    public SessionOrigin origin() {
        return origin;
    }

    /** The server has accepted the handshake; from now on a silent client expires. */
    public void accepted() {
        handshook = true;
        session.accepted();
        watch.added();
        UserCode.tell(listeners, AddListener.class, listener -> listener.added(this));
    }

    /** Begins to wait for the client's first connect. */
    public void opened() {
        if (!isLocalSession()) {
            session.open();
        }
    }

    /** The client has sent something by this transport. */
    public void reachedBy(ServerTransport current) {
        transport = current;
    }

    /** How long a connect of this client is held at most. */
    public Duration timeout() {
        return session.limits().timeout();
    }

    /** How long this client waits between two connects. */
    public Duration interval() {
        return session.limits().interval();
    }

    /** Runs the extensions on a message from the client; {@code false}: it is dropped. */
    public boolean incoming(BayeuxMessage message) {
        return extensions.incoming(this, message);
    }

    /** Runs the extensions on a reply to the client; {@code false}: it is dropped. */
    public boolean outgoingReply(BayeuxMessage reply) {
        return extensions.outgoingReply(this, reply);
    }

    /** What the session is subscribed to; whoever changes that tells the {@linkplain #tellNews() news}. */
    public Memberships memberships() {
        return memberships;
    }

    /** Notes what listeners shall hear behind all that has happened to this session before. */
    public void note(Runnable telling) {
        news.note(telling);
    }

    /** Tells listeners what has happened to this session, unless another thread is just doing that. */
    public void tellNews() {
        news.run();
    }

    /** Who listens to its connects. */
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    /**
     * Takes a message that has passed the server's extensions towards the client.
     *
     * @param lazyFor how long it may wait for an occasion if it is lazy; {@code null}: as long as the client's transport says
     * @return whether it waits for the client now
     */
    public boolean receive(@Nullable ServerSession sender, ServerMessage message, @Nullable Duration lazyFor) {
        boolean unsaid = lazyFor == null && message.isLazy();
        return delivery.receive(sender, message, unsaid ? session.limits().maxLazyTimeout() : lazyFor);
    }

    @Override
    public List<BayeuxMessage> leaving(List<BayeuxMessage> messages) {
        return delivery.leaving(messages);
    }

    @Override
    public void settled(int count, @Nullable Throwable failure) {
        watch.settled(count, failure);
    }

    @Override
    public void flushed(List<BayeuxMessage> messages) {
        watch.flushed(messages);
    }

    @Override
    public void lost(int count, Loss why) {
        watch.lost(count, why);
    }

    @Override
    public void closed(CloseReason reason) {
        watch.ended(reason, handshook);
        host.ended(this, reason);
        note(() -> UserCode.tell(listeners, RemoveListener.class, it -> it.removed(this, reason.isTimeout())));
        note(() -> host.forgotten(this));
        tellNews();
    }

    /** Its request has been refused; if that was the handshake, there is no session. */
    public void refused() {
        if (!handshook && !session.isClosed()) {
            note(() -> host.forgotten(this));
            tellNews();
        }
    }

    @Override
    public Runnable reachable(boolean again) {
        note(() -> host.reachable(this, again));
        return this::tellNews;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isConnected() {
        return handshook && (isLocalSession() ? !session.isClosed() : session.isReached());
    }

    @Override
    public boolean isHandshook() {
        return handshook && !session.isClosed();
    }

    @Override
    public void disconnect() {
        farewell.say(messages.newMessage());
    }

    @Override
    public void deliver(org.bayeux.api.@Nullable Session sender, ServerMessage.Mutable message) {
        offer(Senders.of(sender), message);
    }

    /** Sends a message to this client alone; returns whether it waits for it now. */
    public boolean offer(@Nullable ServerSession from, ServerMessage.Mutable message) {
        BayeuxMessage outgoing = messages.outgoing(message);
        return !session.isClosed() && host.sending(from, this, outgoing) && receive(from, outgoing, null);
    }

    @Override
    public void deliver(org.bayeux.api.@Nullable Session sender, String channel, @Nullable Object data) {
        deliver(sender, messages.carrying(channel, data));
    }

    @Override
    public void addExtension(Extension extension) {
        extensions.add(extension);
    }

    @Override
    public void removeExtension(Extension extension) {
        extensions.remove(extension);
    }

    @Override
    public List<Extension> getExtensions() {
        return extensions.all();
    }

    @Override
    public void addListener(ServerSessionListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(ServerSessionListener listener) {
        listeners.remove(listener);
    }

    @Override
    public @Nullable ServerTransport getServerTransport() {
        return isLocalSession() ? null : transport;
    }

    @Override
    public boolean isLocalSession() {
        return origin.local() != null;
    }

    @Override
    public @Nullable LocalSession getLocalSession() {
        LocalPeer local = origin.local();
        return local == null ? null : local.client();
    }

    @Override
    public Set<ServerChannel> getSubscriptions() {
        return memberships.all();
    }

    @Override
    public void keepUntilAcknowledged() {
        session.keepUntilAcknowledged();
    }

    @Override
    public void acknowledged(long upTo) {
        watch.acknowledged(upTo);
        session.acknowledged(upTo);
    }

    @Override
    public int getQueueSize() {
        return session.queueSize();
    }

    @Override
    public @Nullable String getUserAgent() {
        return origin.userAgent();
    }

    @Override
    public long getInterval() {
        return times.interval();
    }

    @Override
    public void setInterval(long interval) {
        times.interval(interval);
        heartbeat.timesHaveChanged();
    }

    @Override
    public long getTimeout() {
        return times.timeout();
    }

    @Override
    public void setTimeout(long timeout) {
        times.timeout(timeout);
        heartbeat.timesHaveChanged();
    }

    @Override
    public long getMaxInterval() {
        return times.maxInterval();
    }

    @Override
    public void setMaxInterval(long maxInterval) {
        times.maxInterval(maxInterval);
    }

    @Override
    public @Nullable Instant getCredentialsExpiry() {
        return session.credentialsExpiry();
    }

    @Override
    public void setCredentialsExpiry(@Nullable Instant expiry) {
        session.credentialsExpiry(expiry);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        attributes.set(name, value);
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return attributes.names();
    }

    @Override
    public @Nullable Object removeAttribute(String name) {
        return attributes.remove(name);
    }

    @Override
    public void startBatch() {
        session.startBatch();
    }

    @Override
    public boolean endBatch() {
        return session.endBatch();
    }

    @Override
    public String toString() {
        return id.substring(0, Math.min(6, id.length())) + "..";
    }
}
