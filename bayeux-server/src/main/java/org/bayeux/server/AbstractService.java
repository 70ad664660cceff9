package org.bayeux.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.bayeux.api.BinaryData;
import org.bayeux.api.ChannelId;
import org.bayeux.api.Message;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.service.ListenerRegistration;
import org.bayeux.server.service.ServiceLog;
import org.bayeux.server.service.ServiceMethod;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * A service that maps channels to its own methods by calls instead of annotations, also while it runs.
 *
 * <p>The service begins its own session when it is made. A mapped method is public, is the only one of its name and has
 * the parameters {@link ServerSession} and {@link ServerMessage}. What it returns is sent to the client that sent the
 * message, on the same channel, unless it is {@code null}. An exception is logged and stops nothing.
 *
 * <p>Thread-safe. Methods are called by the threads that bring the messages, several at a time, or by the
 * {@linkplain #setThreadPool executor}. Source: manual, 9.3.3.1.
 */
public abstract class AbstractService {

    private final BayeuxServer bayeux;
    private final String name;
    private final LocalSession session;
    private final ServerSession serverSession;
    private final ServiceLog log = new ServiceLog(getClass());
    private final Map<Mapping, ListenerRegistration> mappings = new ConcurrentHashMap<>();

    // Both are written by whoever configures the service and read by the threads that bring messages.
    private volatile @Nullable Executor threadPool;
    private volatile boolean seeOwnPublishes;

    /**
     * Begins the session of the service.
     *
     * @param name begins the id of the session
     * @throws IllegalStateException if the security policy refuses the session
     */
    protected AbstractService(BayeuxServer bayeux, String name) {
        this.bayeux = bayeux;
        this.name = name;
        this.session = bayeux.newLocalSession(name);
        session.handshake();
        if (!session.isHandshook()) {
            throw new IllegalStateException("The security policy refuses the session of service " + name);
        }
        this.serverSession = session.getServerSession();
    }

    /** Returns the server. */
    public BayeuxServer getBayeux() {
        return bayeux;
    }

    /** Returns the name of the service. */
    public String getName() {
        return name;
    }

    /** Returns the client's end of the session of this service. */
    public LocalSession getLocalSession() {
        return session;
    }

    /** Returns the server's end of the session of this service. */
    public ServerSession getServerSession() {
        return serverSession;
    }

    /** Returns what calls the methods, or {@code null} if the threads that bring the messages do. */
    public @Nullable Executor getThreadPool() {
        return threadPool;
    }

    /**
     * Has methods called by an executor, so that what takes long holds nobody up. In a container it should be a managed
     * one. The order of the calls is up to the executor. Methods get a copy of the message then, which cannot be
     * changed, because the message itself goes on in the meantime.
     *
     * @param threadPool calls the methods; {@code null} for the threads that bring the messages
     */
    public void setThreadPool(@Nullable Executor threadPool) {
        this.threadPool = threadPool;
    }

    /** Tells whether methods are called for messages that this service published itself; by default they are not. */
    public boolean isSeeOwnPublishes() {
        return seeOwnPublishes;
    }

    /** Says whether methods are called for messages that this service published itself. */
    public void setSeeOwnPublishes(boolean seeOwnPublishes) {
        this.seeOwnPublishes = seeOwnPublishes;
    }

    /**
     * Calls a method for each message on a channel from now on. Does nothing if it is called already.
     *
     * @param channelName may be wild
     * @throws IllegalArgumentException if the channel's name is not legal, or there is no fitting method
     */
    protected void addService(String channelName, String methodName) {
        ServiceMethod method = ServiceMethod.named(methodName, getClass());
        Mapping mapping = new Mapping(new ChannelId(channelName).getId(), methodName);
        if (!mappings.containsKey(mapping)) {
            ListenerRegistration registration = listen(mapping.channel(), method);
            if (mappings.putIfAbsent(mapping, registration) != null) {
                registration.remove();
            }
        }
    }

    /** Calls a method for messages on a channel no longer. Does nothing if it was not called. */
    protected void removeService(String channelName, String methodName) {
        ListenerRegistration registration =
                mappings.remove(new Mapping(new ChannelId(channelName).getId(), methodName));
        if (registration != null) {
            registration.remove();
        }
    }

    /** Calls no method for messages on a channel any longer. Does nothing if none was called. */
    protected void removeService(String channelName) {
        String channel = new ChannelId(channelName).getId();
        mappings.keySet().stream()
                .filter(mapping -> mapping.channel().equals(channel))
                .forEach(mapping -> removeService(channel, mapping.method()));
    }

    /**
     * Sends a payload to one client, whether it is subscribed or not.
     *
     * @param data anything that the JSON library can write; {@code null} for a message without payload
     */
    protected void send(ServerSession toClient, String onChannel, @Nullable Object data) {
        toClient.deliver(session, onChannel, data);
    }

    /**
     * Is called when a method failed, or the executor did not take the call; logs by default.
     *
     * @param method the name of the method
     * @param from who sent the message; {@code null} if code on the server did without a session
     * @param local the session of this service
     * @param failure what the method threw
     */
    protected void exception(
            String method, @Nullable ServerSession from, LocalSession local, ServerMessage message, Throwable failure) {
        log.callbackFailed(method, failure);
    }

    private ListenerRegistration listen(String channel, ServiceMethod method) {
        return ListenerRegistration.add(bayeux, channel, (ServerChannel.MessageListener) (from, on, message) -> {
            if (isSeeOwnPublishes() || from == null || from != serverSession) {
                dispatch(method, from, message);
            }
            return true;
        });
    }

    private void dispatch(ServiceMethod method, @Nullable ServerSession from, ServerMessage message) {
        Executor executor = threadPool;
        if (executor == null) {
            call(method, from, message);
            return;
        }
        try {
            ServerMessage own = message instanceof BayeuxMessage processed ? frozenCopyOf(processed) : message;
            executor.execute(() -> call(method, from, own));
        } catch (RuntimeException failure) { // the executor refuses, being full or shut down
            exception(method.name(), from, session, message, failure);
        }
    }

    /** The message itself goes on in the meantime, and may be changed by those behind. */
    private static ServerMessage frozenCopyOf(BayeuxMessage message) {
        BayeuxMessage copy = message.copy();
        if (copy.hasBinaryData()) {
            // What does not say so cannot be frozen.
            copy.put(Message.EXT_FIELD, Map.of(BinaryData.EXT_NAME, Map.of()));
        }
        copy.freeze();
        return copy;
    }

    private void call(ServiceMethod method, @Nullable ServerSession from, ServerMessage message) {
        try {
            Object reply = method.call(this, from, message);
            if (reply != null && from != null) {
                send(from, message.getChannel(), reply);
            }
        } catch (Throwable failure) { // the service's code
            exception(method.name(), from, session, message, failure);
        }
    }

    /** A method that is called for a channel. */
    private record Mapping(String channel, String method) {}
}
