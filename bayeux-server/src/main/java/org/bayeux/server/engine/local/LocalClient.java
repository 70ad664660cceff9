package org.bayeux.server.engine.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.api.Channel;
import org.bayeux.api.Message;
import org.bayeux.api.client.ClientSessionChannel;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.engine.dispatch.Connections;
import org.bayeux.server.engine.dispatch.EngineConnection;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.message.Messages;
import org.bayeux.server.engine.session.Attributes;
import org.bayeux.server.engine.session.LocalPeer;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * A client in the server's own process (manual 6.3.1). Its messages take the same way as those of remote clients, on the
 * calling thread, so that a call has been answered when it returns unless a policy or listener answers later.
 *
 * <p>Thread-safe: its parts are.
 */
public final class LocalClient implements LocalSession {

    private final Messages messages;
    private final String idHint;
    private final EngineConnection connection;
    private final LocalExtensions extensions = new LocalExtensions(this);
    private final PendingReplies pending = new PendingReplies();
    private final ConcurrentHashMap<String, LocalChannel> channels = new ConcurrentHashMap<>();
    private final Attributes attributes = new Attributes();
    private final SendBatch batch;

    /** Makes a client that has not shaken hands. */
    public LocalClient(Connections connections, ServerTransport transport, Messages messages, String idHint) {
        this.messages = messages;
        this.idHint = idHint;
        this.connection = connections.openLocal(
                transport,
                new LocalContext(),
                new LocalOutlet(this::receive),
                new LocalPeer(this, idHint, this::ended));
        this.batch = new SendBatch(connection);
    }

    @Override
    public ServerSession getServerSession() {
        SessionHandle session = connection.bound();
        if (session == null || session.session().isClosed()) {
            throw new IllegalStateException("the local session '" + idHint + "' has not shaken hands, or has ended");
        }
        return session;
    }

    @Override
    public void handshake(
            @Nullable Map<String, @Nullable Object> template, ClientSessionChannel.@Nullable MessageListener callback) {
        if (isHandshook()) {
            throw new IllegalStateException("the local session '" + idHint + "' has already shaken hands");
        }
        BayeuxMessage message = messages.newMessage();
        if (template != null) {
            message.putAll(template);
        }
        message.setChannel(Channel.META_HANDSHAKE);
        send(message, callback);
    }

    @Override
    public void disconnect(ClientSessionChannel.@Nullable MessageListener callback) {
        BayeuxMessage message = messages.newMessage();
        message.setChannel(Channel.META_DISCONNECT);
        send(message, callback);
    }

    @Override
    public ClientSessionChannel getChannel(String channelName) {
        return channels.computeIfAbsent(channelName, name -> new LocalChannel(this, name));
    }

    @Override
    public void remoteCall(String target, @Nullable Object data, MessageListener callback) {
        String channel = target.startsWith("/") ? Channel.SERVICE + target : Channel.SERVICE + "/" + target;
        BayeuxMessage message = messages.carrying(channel, data);
        dispatch(message, true, (channelOfResult, result) -> callback.onMessage(result));
    }

    /** Sends a message with an id of its own; the callback hears the reply. */
    void send(BayeuxMessage message, ClientSessionChannel.@Nullable MessageListener callback) {
        dispatch(message, false, callback);
    }

    Messages messages() {
        return messages;
    }

    /** Forgets a channel object that nobody uses. */
    boolean forget(LocalChannel channel) {
        return channels.remove(channel.getId(), channel);
    }

    @Override
    public @Nullable String getId() {
        SessionHandle session = connection.bound();
        return session == null ? null : session.getId();
    }

    @Override
    public boolean isConnected() {
        return isHandshook();
    }

    @Override
    public boolean isHandshook() {
        SessionHandle session = connection.bound();
        return session != null && session.isHandshook();
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
        batch.start();
    }

    @Override
    public boolean endBatch() {
        return batch.end();
    }

    @Override
    public String toString() {
        return "local session '" + idHint + "'";
    }

    private void dispatch(
            BayeuxMessage message, boolean forResult, ClientSessionChannel.@Nullable MessageListener callback) {
        long number = pending.nextNumber();
        message.setId(Long.toString(number));
        message.setClientId(getId());
        boolean goesOn = extensions.outgoing(message);
        if (goesOn && callback != null) {
            pending.await(message, new PendingReplies.Call(number, forResult, callback));
        }
        if (goesOn) {
            batch.send(message);
        } else if (callback != null) {
            fail(callback, message.getChannel(), message.getId(), BayeuxError.MESSAGE_DELETED);
        }
    }

    /** The session has ended: who still waits when all that is under way has been answered, waits in vain. */
    private void ended() {
        channels.values().forEach(LocalChannel::ended);
        long last = pending.lastNumber();
        connection.afterwards(() -> pending.takeUpTo(last)
                .forEach(it -> fail(it.call().callback(), it.channel(), it.id(), BayeuxError.SESSION_UNKNOWN)));
    }

    private void fail(
            ClientSessionChannel.MessageListener callback, String channel, @Nullable String id, String error) {
        BayeuxMessage reply = messages.newMessage();
        reply.setChannel(channel);
        reply.setId(id);
        reply.setSuccessful(false);
        reply.put(Message.ERROR_FIELD, error);
        reply.freeze();
        UserCode.run(callback, () -> callback.onMessage(getChannel(channel), reply));
    }

    private void receive(BayeuxMessage received) {
        BayeuxMessage message = extensions.isEmpty() ? received : received.copy();
        ClientSessionChannel.MessageListener callback = pending.take(received);
        if (!extensions.incoming(message)) {
            if (callback != null) {
                fail(callback, received.getChannel(), received.getId(), BayeuxError.MESSAGE_DELETED);
            }
            return;
        }
        if (callback != null) {
            UserCode.run(callback, () -> callback.onMessage(getChannel(message.getChannel()), message));
        }
        if (!message.isPublishReply()) {
            tellChannels(message);
        }
    }

    private void tellChannels(Message message) {
        for (String name : message.getChannelId().getAllIds()) {
            LocalChannel channel = channels.get(name);
            if (channel != null) {
                channel.received(message);
            }
        }
    }
}
