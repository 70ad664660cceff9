package org.bayeux.server.engine.channel;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.engine.session.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * One channel: its settings, listeners and authorizers. Its subscribers are in the {@link SubscriptionIndex}.
 *
 * <p>Thread-safe: collections are concurrent, settings are volatile (written by the application, read by publishers and
 * the sweeper). The number of sweeps that found it unused is confined to the sweeper.
 */
public final class RegisteredChannel implements ServerChannel {

    private final ChannelId id;
    private final ChannelHost host;
    private final Attributes attributes = new Attributes();
    private final CopyOnWriteArrayList<ServerChannelListener> listeners = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Authorizer> authorizers = new CopyOnWriteArrayList<>();
    private final Occupancy occupancy = new Occupancy();
    private final @Nullable RegisteredChannel parent;
    private final Configuration configuration;
    private final boolean ofClient;

    /** Written by those that add to a swept channel, read by those that take away again. */
    private volatile @Nullable RegisteredChannel successor;

    private volatile boolean persistent;
    private volatile boolean lazy;
    private volatile long lazyTimeout = -1;
    private volatile @Nullable QueuePolicy queuePolicy;
    private int unusedSweeps;

    /** A channel below another one, if {@code parent} is given, that counts it already. */
    RegisteredChannel(
            ChannelId id,
            @Nullable RegisteredChannel parent,
            ChannelHost host,
            Configuration configuration,
            boolean ofClient) {
        this.ofClient = ofClient;
        this.id = id;
        this.parent = parent;
        this.host = host;
        this.configuration = configuration;
    }

    /** Whether a client from outside made it. */
    boolean isOfClient() {
        return ofClient;
    }

    /** Whether it is ready. */
    Configuration configuration() {
        return configuration;
    }

    /** What is below this channel, and whether it is used. */
    Occupancy occupancy() {
        return occupancy;
    }

    @Nullable
    RegisteredChannel parent() {
        return parent;
    }

    /** Counts in a row the sweeps that find it unused; what uses it after this was called keeps the sweeper from removing it. */
    void countSweep(SubscriptionIndex index) {
        if (occupancy.takeUse()) {
            unusedSweeps = 0;
        }
        unusedSweeps = isIdle() && index.isUnused(getId()) ? unusedSweeps + 1 : 0;
    }

    /** How many sweeps in a row have found it unused, but for channels below. */
    int unusedSweeps() {
        return unusedSweeps;
    }

    private boolean isIdle() {
        return !persistent
                && !isSetForOthers()
                && authorizers.isEmpty()
                && configuration.isDone()
                && listeners.stream().allMatch(ServerChannelListener.Weak.class::isInstance);
    }

    /** Nobody need subscribe to a pattern for its settings to matter to the channels that it matches. */
    private boolean isSetForOthers() {
        return isWild() && (lazy || queuePolicy != null);
    }

    @Override
    public String getId() {
        return id.getId();
    }

    @Override
    public ChannelId getChannelId() {
        return id;
    }

    @Override
    public boolean isMeta() {
        return id.isMeta();
    }

    @Override
    public boolean isService() {
        return id.isService();
    }

    @Override
    public boolean isBroadcast() {
        return id.isBroadcast();
    }

    @Override
    public boolean isWild() {
        return id.isWild();
    }

    @Override
    public boolean isDeepWild() {
        return id.isDeepWild();
    }

    @Override
    public Set<ServerSession> getSubscribers() {
        return host.subscribersOf(this);
    }

    @Override
    public boolean subscribe(ServerSession session) {
        return host.subscribe(session, this);
    }

    @Override
    public boolean unsubscribe(ServerSession session) {
        return host.unsubscribe(session, this);
    }

    @Override
    public void publish(org.bayeux.api.@Nullable Session from, ServerMessage.@Nullable Mutable message) {
        if (message == null) {
            host.publish(from, this, (Object) null);
        } else {
            host.publish(from, this, message);
        }
    }

    @Override
    public void publish(org.bayeux.api.@Nullable Session from, @Nullable Object data) {
        host.publish(from, this, data);
    }

    @Override
    public void remove() {
        host.remove(this);
    }

    @Override
    public void addListener(ServerChannelListener listener) {
        listeners.add(listener);
        Hearing.tellOf(listener, this, host);
        if (!(listener instanceof ServerChannelListener.Weak)) {
            keep(next -> next.addListener(listener));
        }
    }

    @Override
    public void removeListener(ServerChannelListener listener) {
        listeners.remove(listener);
        Hearing.tellOf(listener, this, host);
        release(next -> next.removeListener(listener));
    }

    /** Whether any listener hears the messages. */
    public boolean isHeard() {
        return Hearing.isAmong(listeners);
    }

    @Override
    public List<ServerChannelListener> getListeners() {
        return List.copyOf(listeners);
    }

    /** The listeners without a copy, for each message that passes. */
    public Iterable<ServerChannelListener> listeners() {
        return listeners;
    }

    @Override
    public boolean isLazy() {
        return lazy;
    }

    @Override
    public void setLazy(boolean lazy) {
        this.lazy = lazy;
    }

    @Override
    public long getLazyTimeout() {
        return lazyTimeout;
    }

    @Override
    public void setLazyTimeout(long lazyTimeout) {
        this.lazyTimeout = lazyTimeout;
        this.lazy = lazyTimeout > 0;
    }

    @Override
    public boolean isPersistent() {
        return persistent;
    }

    @Override
    public void setPersistent(boolean persistent) {
        this.persistent = persistent;
        if (persistent) {
            keep(next -> next.setPersistent(true));
        } else {
            release(next -> next.setPersistent(false));
        }
    }

    @Override
    public @Nullable QueuePolicy getQueuePolicy() {
        return queuePolicy;
    }

    @Override
    public void setQueuePolicy(@Nullable QueuePolicy queuePolicy) {
        this.queuePolicy = queuePolicy;
    }

    @Override
    public void addAuthorizer(Authorizer authorizer) {
        authorizers.add(authorizer);
        keep(next -> next.addAuthorizer(authorizer));
    }

    @Override
    public void removeAuthorizer(Authorizer authorizer) {
        authorizers.remove(authorizer);
        release(next -> next.removeAuthorizer(authorizer));
    }

    @Override
    public List<Authorizer> getAuthorizers() {
        return List.copyOf(authorizers);
    }

    /** The authorizers without a copy, for each message that passes. */
    public Iterable<Authorizer> authorizers() {
        return authorizers;
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
    public String toString() {
        return id.getId();
    }

    /** Something that keeps a channel must not be lost because the sweeper was faster: the next one of this name gets it. */
    private void keep(Consumer<RegisteredChannel> use) {
        if (!occupancy.use() && occupancy.isSwept()) {
            RegisteredChannel next = host.successorOf(this);
            successor = next;
            use.accept(next);
        }
    }

    private void release(Consumer<RegisteredChannel> end) {
        RegisteredChannel next = successor;
        if (next != null) {
            end.accept(next);
        }
    }
}
