package org.bayeux.cdi.lifecycle;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bayeux.server.spi.ClusterInbox;
import org.bayeux.wire.BayeuxMessage;

/** An inbox whose messages are processed with an active request context. Immutable. */
record ScopedInbox(ClusterInbox inbox, RequestScope scope) implements ClusterInbox {

    @Override
    public boolean isWanted(String pattern) {
        return inbox.isWanted(pattern);
    }

    @Override
    public Set<String> wanted() {
        return inbox.wanted();
    }

    @Override
    public CompletionStage<?> deliver(BayeuxMessage message) {
        CompletableFuture<Object> delivered = new CompletableFuture<>();
        scope.run(() -> inbox.deliver(message).whenComplete((done, failure) -> {
            if (failure == null) {
                delivered.complete(done);
            } else {
                delivered.completeExceptionally(failure);
            }
        }));
        return delivered;
    }
}
