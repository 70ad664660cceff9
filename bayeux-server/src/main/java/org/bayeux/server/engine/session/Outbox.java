package org.bayeux.server.engine.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bayeux.server.config.QueueLimits;
import org.bayeux.server.engine.watch.Journeys;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * Messages that wait for one client, in order. The budget knows of those that are in here; who takes some out has to let
 * go of them.
 *
 * <p>Not thread-safe: guarded by the lock of its session.
 */
final class Outbox {

    private static final long NEVER = Long.MAX_VALUE;

    private final ArrayDeque<BayeuxMessage> waiting = new ArrayDeque<>(2);
    private final QueueBudget budget;
    private long bytes;
    private int urgent;
    private long lazyDueNanos = NEVER;

    /**
     * The channels of what may be dropped, while no two messages are of the same: then conflating has nothing to find. Only
     * there after conflating, so that other queues pay nothing.
     */
    private @Nullable Set<String> distinct;

    /** What was removed since somebody took it from here. */
    private List<BayeuxMessage> removed = new ArrayList<>(0);

    Outbox(QueueBudget budget) {
        this.budget = budget;
    }

    int size() {
        return waiting.size();
    }

    /** How many bytes the messages count. */
    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether something is here that must not wait for the next occasion. */
    boolean isDue(long nowNanos) {
        return urgent > 0 || (lazyDueNanos != NEVER && lazyDueNanos - nowNanos <= 0);
    }

    /** When the lazy messages have waited long enough. */
    long lazyDueNanos() {
        return lazyDueNanos;
    }

    void append(BayeuxMessage message) {
        add(message);
        urgent++;
    }

    void appendLazy(BayeuxMessage message, long dueNanos) {
        add(message);
        if (lazyDueNanos == NEVER || dueNanos - lazyDueNanos < 0) {
            lazyDueNanos = dueNanos;
        }
    }

    /** Takes everything, in order, for the caller to let go of. */
    List<BayeuxMessage> takeAll() {
        List<BayeuxMessage> taken = new ArrayList<>(waiting);
        clear();
        return taken;
    }

    /** Takes the first ones, as many as fit, but at least one, for the caller to let go of. */
    List<BayeuxMessage> takeUpTo(long mostBytes) {
        if (bytes <= mostBytes) {
            return takeAll();
        }
        List<BayeuxMessage> taken = new ArrayList<>();
        long left = mostBytes;
        while (taken.isEmpty() || (!waiting.isEmpty() && costOf(waiting.getFirst()) <= left)) {
            BayeuxMessage first = waiting.removeFirst();
            left -= costOf(first);
            bytes -= costOf(first);
            taken.add(first);
        }
        hurry();
        distinct = null;
        return taken;
    }

    /** Lets nothing wait for an occasion any longer. */
    void hurry() {
        urgent = waiting.size();
    }

    /** Returns what was taken but did not leave; it goes before all that came later, and is urgent now. */
    void putBack(List<BayeuxMessage> messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            waiting.addFirst(messages.get(i));
            budget.keep(messages.get(i));
            bytes += costOf(messages.get(i));
        }
        urgent += messages.size();
        distinct = null;
    }

    List<BayeuxMessage> snapshot() {
        return new ArrayList<>(waiting);
    }

    /** Removes these very messages where they still wait. */
    boolean removeAll(Collection<BayeuxMessage> messages) {
        Set<BayeuxMessage> doomed = Collections.newSetFromMap(new IdentityHashMap<>());
        doomed.addAll(messages);
        return removeIf(doomed::contains);
    }

    /** Removes the oldest message that may be dropped; {@code false}: there is none. */
    boolean removeOldest() {
        for (Iterator<BayeuxMessage> oldestFirst = waiting.iterator(); oldestFirst.hasNext(); ) {
            BayeuxMessage message = oldestFirst.next();
            if (mayBeDropped(message)) {
                oldestFirst.remove();
                isLetGo(message);
                bytes -= costOf(message);
                if (distinct != null && message.hasChannel()) {
                    distinct.remove(message.getChannel());
                }
                settleAfterRemoval();
                return true;
            }
        }
        return false;
    }

    /** What was removed to make room, for the caller to tell; each is told once. */
    List<BayeuxMessage> takeRemoved() {
        if (removed.isEmpty()) {
            return List.of();
        }
        List<BayeuxMessage> taken = removed;
        removed = new ArrayList<>(0);
        return taken;
    }

    /** Leaves of each channel the newest message, of this one none, and what may not be dropped. */
    void conflate(@Nullable String replaced) {
        if (distinct == null || (replaced != null && distinct.contains(replaced))) {
            leaveNewest(replaced);
        }
    }

    private void leaveNewest(@Nullable String replaced) {
        Set<String> seen = new HashSet<>();
        if (replaced != null) {
            seen.add(replaced);
        }
        Set<BayeuxMessage> outdated = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Iterator<BayeuxMessage> newestFirst = waiting.descendingIterator(); newestFirst.hasNext(); ) {
            BayeuxMessage message = newestFirst.next();
            if (isConflated(message) && !seen.add(message.getChannel())) {
                outdated.add(message);
            }
        }
        removeIf(outdated::contains);
        if (replaced != null) {
            seen.remove(replaced);
        }
        distinct = seen;
    }

    /** How many bytes a message counts: as encoded, and what it takes beside its text. */
    static long costOf(BayeuxMessage message) {
        return (long) message.utf8Length() + QueueLimits.OVERHEAD_BYTES;
    }

    /** The client waits for the answers to its remote calls and must not wait in vain, nor miss that it was dismissed. */
    static boolean mayBeDropped(BayeuxMessage message) {
        return !message.isMeta() && !message.isPublishReply();
    }

    private static boolean isConflated(BayeuxMessage message) {
        return mayBeDropped(message) && message.hasChannel();
    }

    private boolean removeIf(Predicate<BayeuxMessage> doomed) {
        boolean changed = waiting.removeIf(message -> doomed.test(message) && isLetGo(message));
        distinct = null;
        if (changed) {
            bytes = waiting.stream().mapToLong(Outbox::costOf).sum();
            settleAfterRemoval();
        }
        return changed;
    }

    private boolean isLetGo(BayeuxMessage message) {
        budget.letGo(message);
        removed.add(message);
        return true;
    }

    /** Which of the removed ones were urgent is not worth knowing: at worst a lazy one leaves early. */
    private void settleAfterRemoval() {
        if (waiting.isEmpty()) {
            clear();
        }
        urgent = Math.min(urgent, waiting.size());
    }

    private void add(BayeuxMessage message) {
        waiting.add(message);
        budget.keep(message);
        Journeys.kept(message);
        bytes += costOf(message);
        if (distinct != null && isConflated(message) && !distinct.add(message.getChannel())) {
            distinct = null;
        }
    }

    private void clear() {
        waiting.clear();
        bytes = 0;
        urgent = 0;
        lazyDueNanos = NEVER;
        distinct = null;
    }
}
