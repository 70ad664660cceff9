package org.bayeux.cdi.observe;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.BayeuxServer.BayeuxServerListener;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.SessionEnd;
import org.bayeux.cdi.event.BayeuxEvent;
import org.bayeux.cdi.event.ChannelAdded;
import org.bayeux.cdi.event.ChannelRemoved;
import org.bayeux.cdi.event.ConnectionLost;
import org.bayeux.cdi.event.ConnectionResumed;
import org.bayeux.cdi.event.SessionAdded;
import org.bayeux.cdi.event.SessionRemoved;
import org.bayeux.cdi.event.Subscribed;
import org.bayeux.cdi.event.Unsubscribed;
import org.bayeux.cdi.lifecycle.ServerAccess;
import org.bayeux.cdi.lifecycle.ServerPart;
import org.bayeux.server.spi.SessionStateListener;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** The observers of sessions and channels. A server whose events nobody observes gets no listener. Immutable. */
public final class EventObservers implements ServerPart {

    private final List<EventObserver> observers;

    /** Those to be told, whose equals in priority keep this order. */
    public EventObservers(List<EventObserver> observers) {
        this.observers = observers.stream()
                .sorted(Comparator.comparingInt(EventObserver::priority))
                .toList();
    }

    @Override
    public void install(ServerAccess access) {
        BayeuxServer server = access.server();
        add(server, new Sessions(of(SessionAdded.class, access)), List.of(SessionAdded.class));
        add(
                server,
                new Subscriptions(of(Subscribed.class, access), of(Unsubscribed.class, access)),
                List.of(Subscribed.class, Unsubscribed.class));
        add(
                server,
                new Channels(of(ChannelAdded.class, access), of(ChannelRemoved.class, access)),
                List.of(ChannelAdded.class, ChannelRemoved.class));
        add(
                server,
                new States(
                        of(SessionRemoved.class, access),
                        of(ConnectionLost.class, access),
                        of(ConnectionResumed.class, access)),
                List.of(SessionRemoved.class, ConnectionLost.class, ConnectionResumed.class));
    }

    private void add(BayeuxServer server, BayeuxServerListener listener, List<Class<? extends BayeuxEvent>> kinds) {
        if (observers.stream().anyMatch(observer -> kinds.stream().anyMatch(observer::wants))) {
            server.addListener(listener);
        }
    }

    private <E extends BayeuxEvent> Audience<E> of(Class<E> kind, ServerAccess access) {
        List<EventObserver> all =
                observers.stream().filter(it -> it.wants(kind)).toList();
        Predicate<EventObserver> waits = it -> it.method().isAsync();
        return new Audience<>(
                all.stream().filter(waits.negate()).toList(),
                all.stream().filter(waits).toList(),
                access);
    }

    /** A message that another thread may read while it is processed. */
    private static @Nullable ServerMessage copyOf(@Nullable ServerMessage message) {
        return message instanceof BayeuxMessage readable ? readable.copy() : message;
    }

    private record Sessions(Audience<SessionAdded> added) implements BayeuxServer.SessionListener {

        @Override
        public void sessionAdded(ServerSession session, ServerMessage message) {
            added.tell(session, new SessionAdded(session, message), () -> {
                ServerMessage copy = copyOf(message);
                return new SessionAdded(session, copy == null ? message : copy);
            });
        }
    }

    private record Subscriptions(Audience<Subscribed> subscribed, Audience<Unsubscribed> unsubscribed)
            implements BayeuxServer.SubscriptionListener {

        @Override
        public void subscribed(ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {
            subscribed.tell(
                    session,
                    new Subscribed(session, channel, message),
                    () -> new Subscribed(session, channel, copyOf(message)));
        }

        @Override
        public void unsubscribed(ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {
            unsubscribed.tell(
                    session,
                    new Unsubscribed(session, channel, message),
                    () -> new Unsubscribed(session, channel, copyOf(message)));
        }
    }

    private record Channels(Audience<ChannelAdded> added, Audience<ChannelRemoved> removed)
            implements BayeuxServer.ChannelListener {

        @Override
        public void channelAdded(ServerChannel channel) {
            added.tell(null, new ChannelAdded(channel));
        }

        @Override
        public void channelRemoved(String channelId) {
            removed.tell(null, new ChannelRemoved(channelId));
        }
    }

    private record States(
            Audience<SessionRemoved> removed, Audience<ConnectionLost> lost, Audience<ConnectionResumed> resumed)
            implements SessionStateListener {

        @Override
        public void removed(ServerSession session, SessionEnd reason) {
            // As part of no session: for those who hear of it later it is gone.
            removed.tell(null, new SessionRemoved(session, reason));
        }

        @Override
        public void connectionLost(ServerSession session) {
            lost.tell(session, new ConnectionLost(session));
        }

        @Override
        public void connectionResumed(ServerSession session) {
            resumed.tell(session, new ConnectionResumed(session));
        }
    }
}
