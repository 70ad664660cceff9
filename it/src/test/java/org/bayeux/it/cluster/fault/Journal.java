package org.bayeux.it.cluster.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSessionChannel;

/**
 * What one client received: each speaker counts on each channel, so that a number that comes twice, too early or not at all
 * is seen at once. Thread-safe.
 */
final class Journal implements ClientSessionChannel.MessageListener {

    private static final int TOLD = 5;

    private final String owner;
    private final Map<String, Long> last = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    Journal(String owner) {
        this.owner = owner;
    }

    /** Numbers that never came although later ones did. */
    record Gap(String owner, String speaker, String channel, long from, long to) {}

    @Override
    public void onMessage(ClientSessionChannel channel, Message message) {
        note(message.getChannel(), String.valueOf(message.getData()));
    }

    synchronized void note(String channel, String data) {
        String speaker = data.substring(0, data.indexOf(' '));
        long number = Long.parseLong(data.substring(data.indexOf(' ') + 1));
        Long before = last.get(key(speaker, channel));
        if (before != null && number <= before) {
            if (violations.size() < TOLD) {
                violations.add(owner + " received " + data + " on " + channel + " behind " + before);
            }
            return;
        }
        if (before != null && number > before + 1) {
            gaps.add(new Gap(owner, speaker, channel, before + 1, number - 1));
        }
        last.put(key(speaker, channel), number);
    }

    /** The last number that came, 0 if none has. */
    synchronized long last(String speaker, String channel) {
        return last.getOrDefault(key(speaker, channel), 0L);
    }

    /** What came twice or too early since it was asked last. */
    synchronized List<String> takeViolations() {
        List<String> taken = List.copyOf(violations);
        violations.clear();
        return taken;
    }

    /** What did not come, of what it was asked last. */
    synchronized List<Gap> takeGaps() {
        List<Gap> taken = List.copyOf(gaps);
        gaps.clear();
        return taken;
    }

    private static String key(String speaker, String channel) {
        return speaker + " " + channel;
    }
}
