package org.bayeux.oort.link;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One of the things that nodes talk about. Calls for one node come one after another, those for others may overlap. */
public interface Subject {

    /** The first byte of all payloads of this subject. */
    byte mark();

    /** There is a new link to a node: all that it has to know of this subject is to be sent now. */
    void opened(Peer node);

    /**
     * A node says something about it.
     *
     * @param payload begins with the mark
     * @return until it ends nothing else of that node is told; {@code null}: it has been processed
     */
    @Nullable
    CompletionStage<?> received(Peer node, byte[] payload);

    /** A node is gone, and what it said counts no more. */
    void left(Peer node);
}
