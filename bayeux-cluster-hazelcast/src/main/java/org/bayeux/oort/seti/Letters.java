package org.bayeux.oort.seti;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bayeux.api.server.ServerSession;
import org.bayeux.oort.link.Nodes;
import org.bayeux.oort.link.Peer;
import org.bayeux.oort.object.Line;
import org.bayeux.wire.JsonContext;
import org.jspecify.annotations.Nullable;

/**
 * Messages to users: each session of one of them gets a message once, on whatever node it is; those from one node to one
 * user keep their order. Immutable.
 */
public record Letters(Users users, Nodes nodes, Line line, JsonContext json) {

    private static final String TO = "to";
    private static final String CHANNEL = "channel";
    private static final String DATA = "data";

    /**
     * Sends a message to all sessions of these users.
     *
     * @throws org.bayeux.wire.JsonWriteException if the data has no JSON form
     */
    public void send(Collection<String> to, String channel, @Nullable Object data) {
        Set<String> addressees = Set.copyOf(to);
        Map<String, List<String>> present = users.whereabouts(addressees);
        for (Peer node : nodes.all()) {
            List<String> there = present.getOrDefault(node.url(), List.of());
            if (!there.isEmpty()) {
                node.tell(line.encode(json.generate(letter(there, channel, data))));
            }
        }
        deliver(addressees, channel, data);
    }

    private static Map<String, @Nullable Object> letter(List<String> to, String channel, @Nullable Object data) {
        Map<String, @Nullable Object> letter = new LinkedHashMap<>();
        letter.put(TO, to);
        letter.put(CHANNEL, channel);
        letter.put(DATA, data);
        return letter;
    }

    /** Delivers what another node has sent. */
    public void received(Peer node, String text) {
        if (!(json.parse(text) instanceof Map<?, ?> letter)
                || !(letter.get(TO) instanceof Collection<?> to)
                || !(letter.get(CHANNEL) instanceof String channel)) {
            throw new IllegalArgumentException("the node " + node + " sends no letter");
        }
        deliver(to.stream().map(String::valueOf).collect(Collectors.toSet()), channel, letter.get(DATA));
    }

    private void deliver(Set<String> to, String channel, @Nullable Object data) {
        for (ServerSession session : users.sessionsOf(to)) {
            session.deliver(null, channel, data);
        }
    }
}
