package org.bayeux.it.cluster.fault;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.server.Place;
import org.bayeux.it.server.ServerKind;
import org.bayeux.it.server.TestServer;

/** One server of the cluster, with the visitors on it. Confined to the thread of the trials, but for its desk. */
final class FaultNode {

    static final String APPLICATION = "rooms";

    /** A visitor of a node that was started anew is another one, and counts from the beginning. */
    private static final AtomicInteger VISITS = new AtomicInteger();

    private final int number;
    private final ServerKind kind;
    private final TestServer server;
    private final Desk desk;
    private final List<Visitor> visitors = new ArrayList<>();

    private FaultNode(int number, ServerKind kind, TestServer server) {
        this.number = number;
        this.kind = kind;
        this.server = server;
        this.desk = new Desk(URI.create(server.url() + "/" + APPLICATION));
    }

    static FaultNode start(int number, ServerKind kind, Path work, Place place, Path war) {
        TestServer server = kind.start(work.resolve("node" + number), place);
        FaultNode node = new FaultNode(number, kind, server);
        server.deploy(APPLICATION, war);
        return node;
    }

    int number() {
        return number;
    }

    Desk desk() {
        return desk;
    }

    URI bayeux() {
        return URI.create(server.url() + "/" + APPLICATION + "/cometd");
    }

    List<Visitor> visitors() {
        return visitors;
    }

    Optional<View> view() {
        return desk.view();
    }

    /** Lets one come over each transport, in place of those who were there. */
    void invite() {
        visitors.forEach(Visitor::vanish);
        visitors.clear();
        int visit = VISITS.incrementAndGet();
        for (Connector connector : Connector.values()) {
            visitors.add(Visitor.at(
                    bayeux(),
                    connector,
                    "n" + number + "-" + visit + connector.name().charAt(0)));
        }
    }

    void kill() {
        server.process().kill();
    }

    void freeze() {
        server.process().freeze();
    }

    void thaw() {
        server.process().thaw();
    }

    /** Starts it again, also if it was killed; returns when it answers. */
    void startAgain() {
        server.restart();
    }

    void stop() {
        visitors.forEach(Visitor::vanish);
        visitors.clear();
        server.close();
    }

    @Override
    public String toString() {
        return "node" + number + " (" + kind.label() + ")";
    }
}
