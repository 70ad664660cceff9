package org.bayeux.oort.link;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Hears what {@link Nodes} find out. All calls for one node come one after another; those for different nodes may overlap.
 */
public interface NodeListener {

    /** There is a new link to a node: it knows nothing, so all it has to know is to be sent now. */
    void opened(Peer node);

    /** A node is there, and has said all that it said when the link from it opened. */
    void joined(Peer node);

    /**
     * A node says something.
     *
     * @return until it ends, however it does, nothing else of that node is told; {@code null}: it has been processed
     */
    @Nullable
    CompletionStage<?> received(Peer node, byte[] payload);

    /** Something that was said to or by a node that is still there may not have arrived. */
    void missed(Peer node);

    /**
     * A node is gone, and what it said counts no more.
     *
     * @param joined whether it had joined
     */
    void left(Peer node, boolean joined);
}
