package org.bayeux.oort.object;

import java.util.List;
import java.util.concurrent.Executor;
import org.bayeux.oort.link.Nodes;
import org.bayeux.oort.link.Subject;
import org.bayeux.server.spi.Timers;
import org.bayeux.wire.JsonContext;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of a cluster have in common besides messages on channels: shared things, users, and services.
 *
 * <p>Thread-safe as its members are.
 */
public final class Commons {

    private final Shares objects;
    private final Shares users;
    private final Shares masters;
    private final Line mail = new Line((byte) 'U');
    private final Calls calls;

    /** The node itself; set before it meets another. */
    private volatile @Nullable Nodes nodes;

    /**
     * Makes those of one node.
     *
     * @param json writes and reads what is shared; stays the caller's
     * @param threads run services and those who wait for them
     */
    public Commons(JsonContext json, Executor threads, Timers timers) {
        objects = new Shares((byte) 'O', json);
        users = new Shares((byte) 'S', json);
        masters = new Shares((byte) 'V', json);
        calls = new Calls(json, threads, timers);
    }

    /** What it tells other nodes, and hears from them. */
    public List<Subject> subjects() {
        return List.of(objects, users, masters, mail, calls);
    }

    /** Says who this node is and who are the others, before it meets the first. */
    public void tells(Nodes others) {
        nodes = others;
        objects.tells(others);
        users.tells(others);
        masters.tells(others);
        calls.tells(others);
    }

    /** Ends what waits for other nodes. */
    public void stop() {
        calls.stop();
    }

    /**
     * The node and the others.
     *
     * @throws IllegalStateException before it was started
     */
    public Nodes nodes() {
        Nodes others = nodes;
        if (others == null) {
            throw new IllegalStateException("the node is not started");
        }
        return others;
    }

    /** Shared objects. */
    public Shares objects() {
        return objects;
    }

    /** Who is present where. */
    public Shares users() {
        return users;
    }

    /** Who takes part where nodes choose one of them. */
    public Shares masters() {
        return masters;
    }

    /** Messages to users. */
    public Line mail() {
        return mail;
    }

    /** Actions that nodes ask of each other. */
    public Calls calls() {
        return calls;
    }
}
