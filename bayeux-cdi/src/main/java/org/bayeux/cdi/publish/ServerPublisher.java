package org.bayeux.cdi.publish;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.ChannelPublisher;
import org.bayeux.cdi.Publication;
import org.bayeux.cdi.lifecycle.ServerAccess;
import org.bayeux.server.spi.Publisher;
import org.bayeux.server.spi.Publisher.Published;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to the destination of one injection point.
 *
 * <p>Immutable.
 *
 * @param server asked when something is published, since the server must not begin before
 */
public record ServerPublisher<T>(Destination destination, Supplier<ServerAccess> server, UserSessions users)
        implements ChannelPublisher<T> {

    @Override
    public CompletionStage<Publication> publish(@Nullable T payload, Object... parameters) {
        ChannelId channel = destination.with(parameters);
        return attempt(() -> publisher()
                .publish(channel, payload)
                .handle((published, failure) -> failure == null
                        ? told(published)
                        : new Publication.Failed(
                                failure instanceof CompletionException wrapped && wrapped.getCause() != null
                                        ? wrapped.getCause()
                                        : failure)));
    }

    @Override
    public CompletionStage<Publication> publishTo(ServerSession session, @Nullable T payload, Object... parameters) {
        return deliver(List.of(session), payload, parameters);
    }

    @Override
    public CompletionStage<Publication> publishToUser(String user, @Nullable T payload, Object... parameters) {
        // Web applications that share their beans share what is known of users too, but not their sessions.
        BayeuxServer ours = server.get().server();
        List<ServerSession> sessions = users.of(user).stream()
                .filter(session -> ours.getSession(session.getId()) == session)
                .toList();
        return deliver(sessions, payload, parameters);
    }

    private CompletionStage<Publication> deliver(
            Collection<ServerSession> sessions, @Nullable T payload, Object... parameters) {
        ChannelId channel = destination.with(parameters);
        return attempt(() -> {
            int delivered = 0;
            for (ServerSession session : sessions) {
                delivered += publisher().deliver(session, channel, payload) ? 1 : 0;
            }
            return CompletableFuture.completedStage(new Publication.Delivered(delivered));
        });
    }

    private Publisher publisher() {
        return server.get().publisher();
    }

    private static Publication told(Published published) {
        String error = published.error();
        return error == null ? new Publication.Delivered(published.receivers()) : new Publication.Denied(error);
    }

    private static CompletionStage<Publication> attempt(Supplier<CompletionStage<Publication>> publishing) {
        try {
            return publishing.get();
        } catch (RuntimeException e) { // payloads run code of the application to become JSON
            return CompletableFuture.completedStage(new Publication.Failed(e));
        }
    }
}
