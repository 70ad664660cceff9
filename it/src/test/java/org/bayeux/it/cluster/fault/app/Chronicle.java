package org.bayeux.it.cluster.fault.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bayeux.oort.event.MemberJoined;
import org.bayeux.oort.event.MemberLeft;
import org.bayeux.oort.event.MessagesMissed;
import org.bayeux.oort.event.PresenceAdded;
import org.bayeux.oort.event.PresenceRemoved;

/** What observers heard of the other nodes and of users; what cannot be is noted as {@code odd}. */
@ApplicationScoped
public class Chronicle {

    private final List<String> events = new ArrayList<>();
    private final TreeSet<String> members = new TreeSet<>();
    private final TreeMap<String, TreeSet<String>> presence = new TreeMap<>();

    synchronized void joined(@Observes MemberJoined event) {
        note(members.add(event.url()), "joined " + event.url());
    }

    synchronized void left(@Observes MemberLeft event) {
        note(members.remove(event.url()), "left " + event.url());
    }

    synchronized void missed(@Observes MessagesMissed event) {
        note(true, "missed " + event.url());
    }

    synchronized void came(@Observes PresenceAdded event) {
        if (!presence.computeIfAbsent(event.url(), url -> new TreeSet<>()).add(event.userId())) {
            note(false, "came " + event.userId());
        }
    }

    synchronized void went(@Observes PresenceRemoved event) {
        TreeSet<String> users = presence.getOrDefault(event.url(), new TreeSet<>());
        if (!users.remove(event.userId())) {
            note(false, "went " + event.userId());
        }
        if (users.isEmpty()) {
            presence.remove(event.url());
        }
    }

    /** All that was heard of nodes, in order. */
    synchronized List<String> events() {
        return List.copyOf(events);
    }

    /** The users of each node, as the events tell it. */
    synchronized Map<String, List<String>> presence() {
        Map<String, List<String>> copy = new TreeMap<>();
        presence.forEach((url, users) -> copy.put(url, List.copyOf(users)));
        return copy;
    }

    private void note(boolean plausible, String event) {
        events.add(plausible ? event : "odd " + event);
    }
}
