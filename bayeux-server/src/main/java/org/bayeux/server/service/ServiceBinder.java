package org.bayeux.server.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.bayeux.api.MarkedReference;
import org.bayeux.api.Message;
import org.bayeux.api.client.ClientSessionChannel;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.ConfigurableServerChannel.ServerChannelListener;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerSession;

/**
 * Puts services onto a server.
 *
 * <p>All services that start together configure their channels before one of them is bound, since binding makes
 * channels too. Thread-safe.
 */
public final class ServiceBinder {

    private static final long LONGEST_HANDSHAKE_SECONDS = 30;

    private final BayeuxServer server;

    /** Binds to this server. */
    public ServiceBinder(BayeuxServer server) {
        this.server = server;
    }

    /**
     * Begins the session of a service.
     *
     * @throws IllegalStateException if the server does not let it in, or does not say so in time
     */
    public LocalSession open(ServiceDefinition service) {
        LocalSession session = server.newLocalSession(service.name());
        if (!shakesHands(session, service)) {
            throw new IllegalStateException("The security policy refuses the handshake of the " + service
                    + ": let it allow local sessions, see ServerSession.isLocalSession()");
        }
        return session;
    }

    /** Waits, since a policy may answer later. */
    private static boolean shakesHands(LocalSession session, ServiceDefinition service) {
        CompletableFuture<Message> reply = new CompletableFuture<>();
        session.handshake((channel, message) -> reply.complete(message));
        try {
            return reply.get(LONGEST_HANDSHAKE_SECONDS, TimeUnit.SECONDS).isSuccessful();
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "The security policy has not answered the handshake of the " + service + " within "
                            + LONGEST_HANDSHAKE_SECONDS + " s",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during the handshake of the " + service, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A reply is never a failure", e);
        }
    }

    /**
     * Makes the channels that a service configures.
     *
     * @throws IllegalStateException if a channel that has to be new exists already, or configuring it failed
     */
    public void configure(ServiceDefinition service, ServiceInvoker invoker) {
        for (ConfigureMethod configuration : service.configurations()) {
            for (String channel : configuration.channels()) {
                configure(configuration, channel, invoker);
            }
        }
    }

    private void configure(ConfigureMethod configuration, String channel, ServiceInvoker invoker) {
        ConfigurableServerChannel.Initializer initializer = made -> initialize(configuration, made, invoker);
        MarkedReference<ServerChannel> found = server.createChannelIfAbsent(channel, initializer);
        if (found.isMarked()) {
            return;
        }
        if (configuration.configureIfExists()) {
            initializer.configureChannel(found.getReference());
        } else if (configuration.errorIfExists()) {
            throw new IllegalStateException("Channel " + channel + ", which " + configuration.method()
                    + " configures, exists already: configure it once, or set errorIfExists to false");
        }
    }

    private static void initialize(
            ConfigureMethod configuration, ConfigurableServerChannel channel, ServiceInvoker invoker) {
        try {
            invoker.invoke(configuration.method(), new Object[] {channel});
        } catch (Throwable failure) { // the service's code; the channel is not made then
            throw new IllegalStateException("Configuring " + channel.getId() + " failed", failure);
        }
    }

    /**
     * Begins to call the methods of a service.
     *
     * @param session the service's own, after its handshake
     * @param invoker calls the methods
     */
    public ServiceBinding bind(ServiceDefinition service, LocalSession session, ServiceInvoker invoker) {
        ServiceBinding binding = new ServiceBinding();
        try {
            new Binding(service, session, invoker, binding).bind();
        } catch (RuntimeException e) {
            binding.unbind();
            throw e;
        }
        return binding;
    }

    /** One service on its way onto the server. */
    private final class Binding {

        private final ServiceDefinition service;
        private final LocalSession session;
        private final ServerSession own;
        private final ServiceInvoker invoker;
        private final ServiceBinding binding;
        private final ServiceLog log;

        Binding(ServiceDefinition service, LocalSession session, ServiceInvoker invoker, ServiceBinding binding) {
            this.service = service;
            this.session = session;
            this.own = session.getServerSession();
            this.invoker = invoker;
            this.binding = binding;
            this.log = new ServiceLog(service.type());
        }

        void bind() {
            for (ListenerMethod listener : service.listeners()) {
                forEachChannel(listener.callback(), callback -> listen(callback, listenerOf(listener, callback)));
            }
            for (Callback subscription : service.subscriptions()) {
                forEachChannel(subscription, this::subscribe);
            }
            for (Callback remoteCall : service.remoteCalls()) {
                forEachChannel(remoteCall, callback -> listen(callback, new RemoteCallCallback(server, callback)));
            }
        }

        private void forEachChannel(Callback callback, Consumer<BoundCallback> action) {
            for (ChannelPattern channel : callback.channels()) {
                action.accept(new BoundCallback(callback, channel, invoker, own, log));
            }
        }

        private ServerChannelListener listenerOf(ListenerMethod listener, BoundCallback callback) {
            return listener.answersLater()
                    ? new AsyncListenerCallback(callback, listener.receiveOwnPublishes())
                    : new ListenerCallback(callback, listener.receiveOwnPublishes());
        }

        private void listen(BoundCallback callback, ServerChannelListener listener) {
            ListenerRegistration registration =
                    ListenerRegistration.add(server, callback.channel().listeningOn(), listener);
            binding.undoneBy(registration::remove);
        }

        private void subscribe(BoundCallback callback) {
            ClientSessionChannel channel = session.getChannel(callback.channel().listeningOn());
            SubscriptionCallback subscriber = new SubscriptionCallback(callback);
            channel.subscribe(subscriber, (replied, reply) -> subscriber.subscribed(reply));
            binding.undoneBy(() -> channel.unsubscribe(subscriber));
        }
    }
}
