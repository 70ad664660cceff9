package org.bayeux.server.engine.local;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bayeux.api.ChannelId;
import org.bayeux.api.Message;
import org.bayeux.api.client.ClientSession;
import org.bayeux.api.client.ClientSessionChannel;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.session.Attributes;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * A channel as a local client sees it.
 *
 * <p>Thread-safe: the list is copied on write, the subscription guards itself.
 */
final class LocalChannel implements ClientSessionChannel {

    private final LocalClient client;
    private final ChannelId id;
    private final Attributes attributes = new Attributes();
    private final CopyOnWriteArrayList<ClientSessionChannelListener> listeners = new CopyOnWriteArrayList<>();
    private final LocalSubscription subscription = new LocalSubscription(this);
    private volatile boolean released;

    LocalChannel(LocalClient client, String name) {
        this.client = client;
        this.id = new ChannelId(name);
    }

    void received(Message message) {
        UserCode.tell(listeners, MessageListener.class, listener -> listener.onMessage(this, message));
        if (!message.isMeta()) {
            UserCode.tell(
                    subscription.subscribers(),
                    MessageListener.class,
                    subscriber -> subscriber.onMessage(this, message));
        }
    }

    @Override
    public void publish(Object data, @Nullable MessageListener callback) {
        publish(client.messages().carrying(id.getId(), data), callback);
    }

    @Override
    public void publish(Message.Mutable message, @Nullable MessageListener callback) {
        throwIfReleased();
        if (id.isWild()) {
            throw new IllegalStateException("cannot publish to the pattern " + OneLine.of(id));
        }
        BayeuxMessage outgoing = client.messages().newMessage();
        outgoing.putAll(message);
        outgoing.setChannel(id.getId());
        client.send(outgoing, callback);
    }

    @Override
    public void subscribe(MessageListener listener, @Nullable MessageListener callback) {
        throwIfReleased();
        subscription.subscribe(listener, reply -> tell(callback, reply));
    }

    @Override
    public void unsubscribe(MessageListener listener, @Nullable MessageListener callback) {
        throwIfReleased();
        subscription.unsubscribe(listener, reply -> tell(callback, reply));
    }

    @Override
    public void unsubscribe() {
        throwIfReleased();
        for (MessageListener subscriber : subscription.subscribers()) {
            unsubscribe(subscriber);
        }
    }

    @Override
    public List<MessageListener> getSubscribers() {
        return List.copyOf(subscription.subscribers());
    }

    @Override
    public boolean release() {
        if (listeners.isEmpty() && subscription.subscribers().isEmpty()) {
            released = client.forget(this);
        }
        return released;
    }

    @Override
    public boolean isReleased() {
        return released;
    }

    @Override
    public void addListener(ClientSessionChannelListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(ClientSessionChannelListener listener) {
        listeners.remove(listener);
    }

    @Override
    public List<ClientSessionChannelListener> getListeners() {
        return List.copyOf(listeners);
    }

    @Override
    public ClientSession getSession() {
        return client;
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

    private void throwIfReleased() {
        if (released) {
            throw new IllegalStateException(
                    "the channel " + OneLine.of(id) + " was released, get it from its session again");
        }
    }

    private BayeuxMessage meta(String channel) {
        BayeuxMessage message = client.messages().newMessage();
        message.setChannel(channel);
        message.put(Message.SUBSCRIPTION_FIELD, id.getId());
        return message;
    }

    /** Asks the server to subscribe or unsubscribe. */
    void ask(String metaChannel, Consumer<Message> heard) {
        client.send(meta(metaChannel), (channel, reply) -> heard.accept(reply));
    }

    /** The session of the client has ended. */
    void ended() {
        subscription.ended();
    }

    /** The answer to what need not be asked. */
    BayeuxMessage alreadyDone(String channel) {
        BayeuxMessage reply = meta(channel);
        reply.setSuccessful(true);
        reply.freeze();
        return reply;
    }

    private void tell(@Nullable MessageListener callback, Message reply) {
        if (callback != null) {
            UserCode.run(callback, () -> callback.onMessage(this, reply));
        }
    }
}
