package org.bayeux.server.engine.channel;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.Authorizer;
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
    private final Offspring children = new Offspring();
    private final @Nullable RegisteredChannel parent;
    private final CountDownLatch configured = new CountDownLatch(1);

    /** Written by itself, read by those that find the channel; none once the channel is configured. */
    private volatile @Nullable Thread creator = Thread.currentThread();

    private volatile boolean refused;
    private volatile boolean persistent;
    private volatile boolean lazy;
    private volatile long lazyTimeout = -1;
    private int unusedSweeps;

    /** A channel below another one, if {@code parent} is given, that counts it already. */
    RegisteredChannel(ChannelId id, @Nullable RegisteredChannel parent, ChannelHost host) {
        this.id = id;
        this.parent = parent;
        this.host = host;
    }

    /** An initializer failed: the channel has never been one. */
    void refuse() {
        refused = true;
        configured.countDown();
    }

    boolean isRefused() {
        return refused;
    }

    /** Others may use the channel from now on. */
    void configured() {
        configured.countDown();
        creator = null;
    }

    /** Waits for the initializers, unless it is one of them that asks. */
    RegisteredChannel whenConfigured() {
        if (configured.getCount() > 0 && Thread.currentThread() != creator) {
            awaitUninterruptibly();
        }
        return this;
    }

    /** The channels right below this one. */
    Offspring children() {
        return children;
    }

    @Nullable
    RegisteredChannel parent() {
        return parent;
    }

    /** Whether it has been found unused so often that it can go. */
    boolean isSwept(boolean unusedNow, int needed) {
        unusedSweeps = unusedNow && isIdle() ? unusedSweeps + 1 : 0;
        return unusedSweeps >= needed;
    }

    private boolean isIdle() {
        return !persistent
                && authorizers.isEmpty()
                && children.isEmpty()
                && configured.getCount() == 0
                && listeners.stream().allMatch(ServerChannelListener.Weak.class::isInstance);
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
    public void publish(org.bayeux.api.@Nullable Session from, ServerMessage.Mutable message) {
        host.publish(from, this, message);
    }

    @Override
    public void publish(org.bayeux.api.@Nullable Session from, Object data) {
        host.publish(from, this, data);
    }

    @Override
    public void remove() {
        host.remove(this);
    }

    @Override
    public void addListener(ServerChannelListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(ServerChannelListener listener) {
        listeners.remove(listener);
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
    }

    @Override
    public void addAuthorizer(Authorizer authorizer) {
        authorizers.add(authorizer);
    }

    @Override
    public void removeAuthorizer(Authorizer authorizer) {
        authorizers.remove(authorizer);
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

    private void awaitUninterruptibly() {
        boolean interrupted = false;
        while (configured.getCount() > 0) {
            try {
                configured.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
