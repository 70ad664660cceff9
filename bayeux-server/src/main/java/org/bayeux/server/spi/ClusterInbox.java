package org.bayeux.server.spi;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.bayeux.wire.BayeuxMessage;

/** What a {@link Cluster} knows of this server, and where it delivers what others published. Thread-safe. */
public interface ClusterInbox {

    /** Whether a session is subscribed to exactly this broadcast channel or pattern, or a listener hears its messages. */
    boolean isWanted(String pattern);

    /** All broadcast channels and patterns that are wanted. */
    Set<String> wanted();

    /**
     * Gives a message that was published on another server to the listeners and subscribers of its channel, as one that
     * was published here.
     *
     * @param message on a broadcast channel without wildcard; not frozen, and not used by the caller any more
     * @return completes once the listeners have answered and the subscribers have it; done already where all answer at once
     * @throws IllegalArgumentException if the message is on no such channel
     */
    CompletionStage<?> deliver(BayeuxMessage message);
}
