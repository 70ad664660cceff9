package org.bayeux.oort;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bayeux.oort.link.Peer;
import org.bayeux.oort.relay.Relay;
import org.bayeux.server.jmx.ClusterMXBean;
import org.jspecify.annotations.Nullable;

/** What JMX shows of a node. Thread-safe as what it asks is; {@code seti} is written when that starts and stops. */
final class NodeBean implements ClusterMXBean {

    private final Oort oort;
    private final Relay relay;
    private final Comets comets;
    private volatile @Nullable Seti seti;

    NodeBean(Oort oort, Relay relay, Comets comets) {
        this.oort = oort;
        this.relay = relay;
        this.comets = comets;
    }

    /** Who knows the users, null: nobody does any more. */
    void setSeti(@Nullable Seti now) {
        seti = now;
    }

    @Override
    public String getURL() {
        return oort.getURL();
    }

    @Override
    public String getId() {
        return oort.getId();
    }

    @Override
    public boolean isJoined() {
        return oort.isIntroduced();
    }

    @Override
    public List<String> getKnownComets() {
        return oort.getKnownComets().stream().sorted().toList();
    }

    @Override
    public List<String> getObservedChannels() {
        return oort.getObservedChannels().stream().sorted().toList();
    }

    @Override
    public long getMessagesSent() {
        return relay.sent();
    }

    @Override
    public long getMessagesReceived() {
        return relay.received();
    }

    @Override
    public long getGaps() {
        return comets.gaps();
    }

    @Override
    public Map<String, Long> getUnacknowledgedBytes() {
        Map<String, Long> bytes = new TreeMap<>();
        for (Peer peer : oort.nodes().all()) {
            bytes.merge(peer.url(), peer.unacknowledgedBytes(), Long::sum);
        }
        return bytes;
    }

    @Override
    public int getUsersHere() {
        Seti users = seti;
        return users == null ? 0 : users.getAssociatedUserIds().size();
    }

    @Override
    public int getUsers() {
        Seti users = seti;
        return users == null ? 0 : users.getUserCount();
    }

    @Override
    public void observeChannel(String channel) {
        oort.observeChannel(channel);
    }

    @Override
    public void deobserveChannel(String channel) {
        oort.deobserveChannel(channel);
    }
}
