package org.bayeux.it.cluster.fault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bayeux.it.network.Namespaces;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.Place;
import org.bayeux.it.server.ServerKind;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Servers of three kinds with the same application, each on a machine of its own. Confined to one thread. */
final class FaultCluster implements AutoCloseable {

    private static final ServerKind[] KINDS = {ServerKind.PAYARA_MICRO, ServerKind.WILDFLY, ServerKind.OPEN_LIBERTY};

    /** A client that publishes over HTTP would receive on two connections at once, in whatever order. */
    private static final String OPTIONS = """
            bayeux.oort.channels=/room/**
            bayeux.long-polling.json.metaConnectDeliverOnly=true
            """;

    private final Namespaces machines;
    private final Path work;
    private final Path war;
    private final List<FaultNode> nodes = new ArrayList<>();

    /** Prepares so many machines. */
    FaultCluster(Path work, int size) {
        this.work = work;
        this.machines = Namespaces.of(size);
        this.war = war(work.resolve("war"), size);
    }

    /** Starts the node of that number, from 1 on. */
    FaultNode start(int number) {
        Place place = new Place(machines.address(number), machines.entrance(number));
        FaultNode node = FaultNode.start(number, KINDS[number % KINDS.length], work, place, war);
        nodes.add(node);
        return node;
    }

    /** Ends one as an operator does. */
    void stop(FaultNode node) {
        nodes.remove(node);
        node.stop();
    }

    List<FaultNode> nodes() {
        return nodes;
    }

    /** The others. */
    List<FaultNode> without(FaultNode node) {
        return nodes.stream().filter(it -> it != node).toList();
    }

    Namespaces machines() {
        return machines;
    }

    /** What keeps these nodes from knowing the same and nothing else; empty: nothing. */
    static Optional<String> difference(List<FaultNode> nodes) {
        List<View> views = new ArrayList<>();
        for (FaultNode node : nodes) {
            Optional<View> view = node.view();
            if (view.isEmpty()) {
                return Optional.of(node + " does not answer");
            }
            views.add(view.get());
        }
        View first = views.get(0);
        for (View view : views) {
            if (view.nodes() != nodes.size()) {
                return Optional.of(view.url() + " knows " + view.nodes() + " nodes: " + view.known());
            }
            if (!view.known().equals(first.known())) {
                return Optional.of("they differ in" + first.difference(view));
            }
        }
        return first.hasMaster() ? Optional.empty() : Optional.of("there is no master");
    }

    @Override
    public void close() {
        machines.heal();
        nodes.forEach(FaultNode::stop);
        nodes.clear();
        machines.close();
    }

    private Path war(Path directory, int size) {
        Path plain = Archive.war(directory, FaultNode.APPLICATION, List.of("org.bayeux.it.cluster.fault.app"));
        WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, plain.toFile());
        war.addAsLibrary(Archive.jar("bayeux-cluster-hazelcast"));
        Archive.libraries("/com/hazelcast/hazelcast/").forEach(war::addAsLibrary);
        war.addAsResource(new StringAsset(OPTIONS), "META-INF/microprofile-config.properties");
        war.addAsResource(new StringAsset(hazelcast(size)), "hazelcast.yaml");
        war.addAsWebInfResource(new StringAsset("""
                <glassfish-web-app>
                  <class-loader delegate="false"/>
                </glassfish-web-app>
                """), "glassfish-web.xml");
        Path file = directory.resolve("with-hazelcast.war");
        war.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    /** As an operator would write it who knows the addresses. */
    private String hazelcast(int size) {
        List<String> members = IntStream.rangeClosed(1, size)
                .mapToObj(i -> machines.address(i) + ":5701")
                .toList();
        return """
                hazelcast:
                  cluster-name: rooms-%s
                  advanced-network:
                    enabled: true
                    join:
                      auto-detection:
                        enabled: false
                      multicast:
                        enabled: false
                      tcp-ip:
                        enabled: true
                        member-list: [%s]
                    member-server-socket-endpoint-config:
                      port:
                        port: 5701
                        auto-increment: false
                      socket-options:
                        connect-timeout-seconds: 3
                      interfaces:
                        enabled: true
                        interfaces: ["%s"]
                """.formatted(UUID.randomUUID(), String.join(", ", members), machines.addresses());
    }
}
