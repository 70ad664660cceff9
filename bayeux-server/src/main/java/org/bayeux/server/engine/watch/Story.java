package org.bayeux.server.engine.watch;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.api.Message;
import org.bayeux.api.Session;
import org.bayeux.wire.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happens to sessions and their messages, step by step, without what the messages say: of all sessions at DEBUG,
 * of chosen ones at INFO.
 *
 * <p>Asking whether anybody listens costs one volatile read, so callers ask before they make the text. Thread-safe:
 * {@code on} is written by whoever changes the choice, which the end of a chosen session does too, and by each sweep, which
 * sees a changed level of the log.
 */
public final class Story {

    /** Chooses all sessions. */
    public static final String EVERYBODY = "*";

    private final Set<String> chosen = ConcurrentHashMap.newKeySet();
    private volatile boolean on;

    /** Tells of these sessions, by their ids, from the start. */
    public Story(Collection<String> chosen) {
        this.chosen.addAll(chosen);
        refresh();
    }

    /** Whether anybody may want to hear anything. */
    public boolean isOn() {
        return on;
    }

    /** Looks at the level of the log again. */
    public void refresh() {
        boolean wanted;
        do {
            wanted = isWanted();
            on = wanted;
            // Who has decided before another one's choice may write behind that one, and then has to look again.
        } while (wanted != isWanted());
    }

    private boolean isWanted() {
        return !chosen.isEmpty() || StoryLog.isOpenToAll();
    }

    /** Tells of a session from now on, or of all with {@link #EVERYBODY}. */
    public void choose(String id) {
        chosen.add(id);
        refresh();
    }

    /** Takes the choice back; {@code false}: there was none. */
    public boolean forget(String id) {
        boolean known = chosen.remove(id);
        if (known) {
            refresh();
        }
        return known;
    }

    /** What was chosen. */
    public Set<String> chosen() {
        return new TreeSet<>(chosen);
    }

    /** Tells one step. */
    public void tell(@Nullable Session session, String step) {
        String id = session == null ? null : session.getId();
        if (chosen.contains(EVERYBODY) || (id != null && chosen.contains(id))) {
            StoryLog.chosen(shortened(id), step);
        } else if (StoryLog.isOpenToAll()) {
            StoryLog.any(shortened(id), step);
        }
    }

    /** Names a message so that it is recognised at the next step, at other sessions too. */
    public static String nameOf(Message message) {
        return "message #" + Integer.toHexString(System.identityHashCode(message)) + " on "
                + OneLine.of(message.get(Message.CHANNEL_FIELD));
    }

    /** Whoever knows the whole id of a session can speak for it. */
    private static String shortened(@Nullable String id) {
        return id == null ? "(none)" : OneLine.of(id.substring(0, Math.min(6, id.length()))) + "..";
    }
}
