package org.bayeux.oort;

import java.time.Duration;
import java.util.EventListener;
import java.util.EventObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.oort.interest.Demand;
import org.bayeux.oort.interest.Interest;
import org.bayeux.oort.link.Network;
import org.bayeux.oort.link.Nodes;
import org.bayeux.oort.link.Subject;
import org.bayeux.oort.link.Switchboard;
import org.bayeux.oort.object.Commons;
import org.bayeux.oort.relay.Relay;
import org.bayeux.server.jmx.ClusterMXBean;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.Cluster;
import org.bayeux.server.spi.ClusterInbox;
import org.bayeux.server.spi.Ticker;
import org.bayeux.wire.BayeuxMessage;

/**
 * A server as one node of several that work as one: messages on observed channels reach subscribers on all nodes
 * (manual 9.5).
 *
 * <p>Each node has a URL, which is its name and need not lead anywhere: nodes find and reach each other by Hazelcast. So
 * there are no sessions between nodes: what the manual says of {@code OortComet}, {@code observeComet},
 * {@code isOortHandshake} and the acknowledgement extension between nodes has no counterpart here. What nodes say to each
 * other is no Bayeux message that a client could receive or send.
 *
 * <p>Thread-safe.
 */
public final class Oort {

    private static final Duration HOWEVER_LONG = Duration.ofNanos(Long.MAX_VALUE);

    private final BayeuxEngine engine;
    private final Executor threads;
    private final Interest interest;
    private final Relay relay;
    private final Commons commons;
    private final Comets comets;
    private final Nodes nodes;
    private final Introduction introduction;
    private final NodeBean bean;
    private final Cluster cluster = new Node();

    /** Written by who starts and stops it, read with {@code introduced}. */
    private volatile boolean started;

    /** Written when it has met the others, and counts while it is started. */
    private volatile boolean introduced;

    /**
     * Makes a node that observes nothing and has not started.
     *
     * @param url its name, which no other living node has
     * @param network on which the other nodes are
     * @param threads run what comes from other nodes, and listeners; must not run it on the calling thread
     */
    public Oort(BayeuxEngine engine, String url, Network network, Ticker ticker, Executor threads) {
        this.engine = engine;
        this.threads = threads;
        this.interest = new Interest(new Inbound(engine.inbox()));
        this.relay = new Relay(interest, engine.inbox(), engine.codec().context(), engine.timers());
        this.commons = new Commons(engine.codec().context(), threads, engine.timers());
        this.comets = new Comets(this);
        this.nodes = new Nodes(url, network, ticker, engine.timers(), threads, new Switchboard(subjects(), comets));
        this.introduction = new Introduction(network, nodes, comets, ticker, engine.timers());
        this.bean = new NodeBean(this, relay, comets);
        interest.tells(nodes);
        commons.tells(nodes);
    }

    /** The name of this node, the same wherever it is spoken of. */
    public String getURL() {
        return nodes.url();
    }

    /** What tells this node from all others and from itself before a restart. */
    public String getId() {
        return nodes.self().toString();
    }

    /** The server of this node. */
    public BayeuxServer getBayeuxServer() {
        return engine.server();
    }

    /** The URLs of the other nodes that live, in no order. */
    public Set<String> getKnownComets() {
        return comets.known();
    }

    /**
     * Wants what is published on other nodes on this channel, or on those that the pattern matches, from now on. Only what
     * somebody here has subscribed to or listens to is sent here. Done before anybody can subscribe, it holds for all
     * subscriptions.
     *
     * @param channelName a broadcast channel or pattern such as {@code /stock/**}
     * @throws IllegalArgumentException if it is no such name
     */
    public void observeChannel(String channelName) {
        interest.observe(broadcast(channelName));
    }

    /**
     * Does not want it any more; another pattern that matches the same channels goes on.
     *
     * @throws IllegalArgumentException as for {@link #observeChannel}
     */
    public void deobserveChannel(String channelName) {
        interest.deobserve(broadcast(channelName));
    }

    /** The channels and patterns that are observed. */
    public Set<String> getObservedChannels() {
        return interest.observed();
    }

    /** Tells a listener of nodes from now on, but not of those that are there already. */
    public void addCometListener(CometListener listener) {
        comets.add(listener);
    }

    /** Tells it no more. */
    public void removeCometListener(CometListener listener) {
        comets.remove(listener);
    }

    /**
     * Takes part in the cluster.
     *
     * @throws IllegalStateException if its server belongs to a cluster already
     */
    public void start() {
        engine.join(cluster);
        interest.announce();
        nodes.start();
        introduced = false;
        started = true;
        CompletionStage<Boolean> unused = met(HOWEVER_LONG);
    }

    /** Leaves the cluster; the other nodes notice at once. */
    public void stop() {
        engine.leave(cluster);
        started = false;
        try {
            nodes.stop();
        } finally {
            commons.stop();
        }
    }

    /**
     * Completes with true once the nodes have met that are there now, or with false if they have not within that time.
     */
    public CompletionStage<Boolean> met(Duration limit) {
        return introduction.within(limit).thenApply(this::noteMet);
    }

    private boolean noteMet(boolean met) {
        if (met) {
            introduced = true;
        }
        return met;
    }

    /** Whether this node has met those that were there when it started, and is still among them. */
    public boolean isIntroduced() {
        return started && introduced && !nodes.isOver();
    }

    BayeuxEngine engine() {
        return engine;
    }

    /** What JMX shows of it. */
    NodeBean bean() {
        return bean;
    }

    /** What it has in common with other nodes besides messages on channels. */
    Commons commons() {
        return commons;
    }

    private List<Subject> subjects() {
        return Stream.concat(Stream.of(interest, relay), commons.subjects().stream())
                .toList();
    }

    Executor threads() {
        return threads;
    }

    Nodes nodes() {
        return nodes;
    }

    private static ChannelId broadcast(String name) {
        ChannelId channel = new ChannelId(name);
        if (!channel.isBroadcast() || channel.isTemplate()) {
            throw new IllegalArgumentException(
                    "nodes can observe '" + name + "' not, but broadcast channels and patterns ending in * or **");
        }
        return channel;
    }

    /** What this server wants. */
    private record Inbound(ClusterInbox inbox) implements Demand {

        @Override
        public boolean isWanted(String pattern) {
            return inbox.isWanted(pattern);
        }

        @Override
        public Set<String> wanted() {
            return inbox.wanted();
        }
    }

    private final class Node implements Cluster {

        @Override
        public void published(ChannelId channel, BayeuxMessage message) {
            relay.published(channel, message);
        }

        @Override
        public CompletionStage<?> demandChanged(ChannelId channel) {
            CompletableFuture<?> known = interest.changed(channel.getId()).toCompletableFuture();
            // Otherwise applications would run on a thread of the network.
            return known.isDone() ? known : known.handleAsync((told, failure) -> true, threads);
        }

        @Override
        public Optional<ClusterMXBean> management() {
            return Optional.of(bean);
        }
    }

    /** Hears which nodes there are. Calls about one node come one after another. */
    public interface CometListener extends EventListener {

        /** A node is there: it hears what is published here, and this one what is published there. */
        default void cometJoined(Event event) {}

        /** A node is gone. */
        default void cometLeft(Event event) {}

        /**
         * Messages from or to a node that is there may have been missed, since it could not be reached for too long or was
         * too slow. What nodes know of each other has been said anew.
         */
        default void messagesMissed(Event event) {}

        /** What happened to a node. */
        final class Event extends EventObject {

            private static final long serialVersionUID = 1L;

            private final transient Oort oort;
            private final String cometId;
            private final String cometUrl;

            Event(Oort oort, String cometId, String cometUrl) {
                super(oort);
                this.oort = oort;
                this.cometId = cometId;
                this.cometUrl = cometUrl;
            }

            /** The node that tells. */
            public Oort getOort() {
                return oort;
            }

            /** What tells the other node from all others and from itself before a restart. */
            public String getCometId() {
                return cometId;
            }

            /** The name of the other node. */
            public String getCometURL() {
                return cometUrl;
            }
        }
    }
}
