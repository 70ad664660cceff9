package org.bayeux.oort.link;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Gives what nodes say to the subject that it is about, and tells what becomes of nodes. Immutable.
 *
 * @param subjects in the order in which a node is told of them when a link opens
 * @param events hears of nodes behind the subjects when one joins, before them when one leaves
 */
public record Switchboard(List<Subject> subjects, Events events) implements NodeListener {

    private static final System.Logger LOGGER = System.getLogger(Switchboard.class.getName());

    /** Copies the list. */
    public Switchboard {
        subjects = List.copyOf(subjects);
    }

    /** What becomes of nodes. */
    public interface Events {

        /** A node is there, and all subjects know of it. */
        void joined(Peer node);

        /** Something that was said to or by a node that is still there may not have arrived. */
        void missed(Peer node);

        /** A node that had joined is gone. */
        void left(Peer node);
    }

    @Override
    public void opened(Peer node) {
        subjects.forEach(subject -> guard(node, () -> subject.opened(node)));
    }

    @Override
    public @Nullable CompletionStage<?> received(Peer node, byte[] payload) {
        for (Subject subject : subjects) {
            if (subject.mark() == payload[0]) {
                try {
                    return subject.received(node, payload);
                } catch (RuntimeException e) {
                    failed(node, e);
                    return null;
                }
            }
        }
        LOGGER.log(
                System.Logger.Level.WARNING,
                "BYX-6002: The node {0} talks about subject {1}, which this node does not know.",
                node,
                payload[0]);
        return null;
    }

    @Override
    public void joined(Peer node) {
        guard(node, () -> events.joined(node));
    }

    @Override
    public void missed(Peer node) {
        guard(node, () -> events.missed(node));
    }

    @Override
    public void left(Peer node, boolean joined) {
        if (joined) {
            guard(node, () -> events.left(node));
        }
        subjects.forEach(subject -> guard(node, () -> subject.left(node)));
    }

    private static void guard(Peer node, Runnable code) {
        try {
            code.run();
        } catch (RuntimeException e) {
            failed(node, e);
        }
    }

    /** What goes wrong with one message must not end the conversation with its node. */
    private static void failed(Peer node, RuntimeException e) {
        LOGGER.log(System.Logger.Level.ERROR, "BYX-6003: What the node " + node + " said could not be processed.", e);
    }
}
