package org.bayeux.oort;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.bayeux.oort.Oort.CometListener;
import org.bayeux.oort.link.Peer;
import org.bayeux.oort.link.Switchboard;

/** Which nodes have joined, and who wants to know. Thread-safe: concurrent collections. */
final class Comets implements Switchboard.Events {

    private final Map<UUID, String> joined = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<CometListener> listeners = new CopyOnWriteArrayList<>();
    private final LongAdder gaps = new LongAdder();
    private final Oort oort;

    Comets(Oort oort) {
        this.oort = oort;
    }

    void add(CometListener listener) {
        listeners.add(listener);
    }

    void remove(CometListener listener) {
        listeners.remove(listener);
    }

    Set<String> known() {
        return Set.copyOf(joined.values());
    }

    boolean hasJoined(Peer node) {
        return joined.containsKey(node.id());
    }

    /** How often messages may have been missed. */
    long gaps() {
        return gaps.sum();
    }

    @Override
    public void joined(Peer node) {
        joined.put(node.id(), node.url());
        OortLog.joined(node.url());
        tell(node, CometListener::cometJoined);
        if (node.hasReturned()) {
            missed(node);
        }
    }

    @Override
    public void missed(Peer node) {
        gaps.increment();
        OortLog.missed(node.url());
        tell(node, CometListener::messagesMissed);
    }

    @Override
    public void left(Peer node) {
        joined.remove(node.id());
        OortLog.left(node.url());
        tell(node, CometListener::cometLeft);
    }

    private void tell(Peer node, BiConsumer<CometListener, CometListener.Event> call) {
        CometListener.Event event = new CometListener.Event(oort, node.id().toString(), node.url());
        for (CometListener listener : listeners) {
            try {
                call.accept(listener, event);
            } catch (Throwable e) {
                OortLog.listenerFailed(listener, e);
            }
        }
    }
}
