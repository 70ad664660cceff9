package org.bayeux.benchmark.server;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Several servers of one kind that work as one, each in a process of its own. It can be of one, which has nobody to talk to.
 *
 * <p>Confined to one thread.
 */
public final class RunningCluster implements AutoCloseable {

    private final ServerKind kind;
    private final List<RunningServer> nodes = new ArrayList<>();

    private RunningCluster(ServerKind kind) {
        this.kind = kind;
    }

    /**
     * Starts one node after another, and returns when all are up; they may not know each other yet.
     *
     * @param size how many
     * @param channels a pattern of those whose messages cross
     * @throws IllegalStateException if one does not come up in time
     */
    public static RunningCluster start(ServerKind kind, int size, String channels, Installation installation) {
        String cloud = UUID.randomUUID().toString();
        RunningCluster cluster = new RunningCluster(kind);
        try {
            for (int i = 1; i <= size; i++) {
                Membership membership = new Membership(cloud, channels, cluster.endpoints());
                cluster.nodes.add(RunningServer.start(kind, kind.label() + "-node-" + i, membership, installation));
            }
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** What runs there. */
    public ServerKind kind() {
        return kind;
    }

    /** Where clients connect to each node. */
    public List<URI> endpoints() {
        return nodes.stream().map(RunningServer::bayeux).toList();
    }

    /** How many nodes there are. */
    public int size() {
        return nodes.size();
    }

    /** Processor time of all nodes together so far. */
    public Duration cpu() {
        return nodes.stream().map(node -> node.figures().cpu()).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Lets time pass.
     *
     * @throws IllegalStateException if the first node ends meanwhile
     */
    public void watch(Duration length) {
        nodes.get(0).watch(length);
    }

    /** Ends all. */
    @Override
    public void close() {
        nodes.forEach(RunningServer::close);
    }
}
