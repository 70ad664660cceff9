package org.bayeux.server.spi;

import java.util.List;
import java.util.Optional;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.MessageArray;
import org.jspecify.annotations.Nullable;

/**
 * Frozen messages that leave together in one response or frame, in order.
 *
 * <p>Immutable but for its outcome, which the outlet reports once.
 */
public final class Batch {

    private final List<BayeuxMessage> messages;
    private final @Nullable String newBrowserId;
    private final Outcome outcome;

    /** Written by the outlet before it settles the batch, read by whoever is told of that. */
    private volatile int sent;

    /**
     * Made by the engine.
     *
     * @param newBrowserId the value for the cookie that ties the session to its browser, if this batch answers a
     *     handshake of a browser without one
     */
    public Batch(List<BayeuxMessage> messages, @Nullable String newBrowserId, Outcome outcome) {
        this.messages = List.copyOf(messages);
        this.newBrowserId = newBrowserId;
        this.outcome = outcome;
    }

    /** The messages in the order in which the client has to see them. */
    public List<BayeuxMessage> messages() {
        return messages;
    }

    /** The value of the browser cookie that the response has to set, if any. */
    public Optional<String> newBrowserId() {
        return Optional.ofNullable(newBrowserId);
    }

    /** The JSON array of all messages. */
    public String text() {
        return MessageArray.joinText(messages);
    }

    /** Tells the engine that the container took the whole batch. */
    public void delivered() {
        outcome.settled(this, null);
    }

    /** Tells the engine that nothing of the batch left: its messages are kept for the next outlet. */
    public void failed(Throwable cause) {
        failed(0, cause);
    }

    /**
     * Tells the engine that only the first messages left: the others are kept for the next outlet.
     *
     * @param first how many left; one of which that is not known counts as one that did not, since a client gets a message
     *     rather twice than never
     */
    public void failed(int first, Throwable cause) {
        sent = first;
        outcome.settled(this, cause);
    }

    /** What did not leave, if the batch has failed. */
    public List<BayeuxMessage> unsent() {
        return messages.subList(sent, messages.size());
    }

    /** Who wants to know how a batch fared. */
    @FunctionalInterface
    public interface Outcome {

        /** Nobody has to know. */
        Outcome IGNORED = (batch, failure) -> {};

        /** Called once per batch, from any thread; {@code failure} is {@code null} on success. */
        void settled(Batch batch, @Nullable Throwable failure);
    }
}
