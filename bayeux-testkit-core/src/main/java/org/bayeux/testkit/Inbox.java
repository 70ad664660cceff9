package org.bayeux.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a client has received and its script has not taken, in order. Confined to the test, as its client is. */
final class Inbox {

    private final Deque<Map<String, @Nullable Object>> messages = new ArrayDeque<>();

    void add(Map<String, @Nullable Object> message) {
        messages.add(message);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    void clear() {
        messages.clear();
    }

    /** Takes the next message. */
    Map<String, @Nullable Object> next(String expectation) {
        Map<String, @Nullable Object> next = messages.poll();
        if (next == null) {
            throw new AssertionError("expected " + expectation + "\n received nothing");
        }
        return next;
    }

    /** Takes the next message, which has these fields, and no others if {@code exactly}. */
    void take(Map<String, @Nullable Object> expected, boolean exactly) {
        Map<String, @Nullable Object> next = next(expected.toString());
        if (!Json.fits(expected, next, exactly)) {
            throw new AssertionError("expected " + expected + "\n received " + next);
        }
    }

    boolean has(Map<String, @Nullable Object> expected) {
        return messages.stream().anyMatch(message -> Json.fits(expected, message, false));
    }

    /** Takes the first message that has these fields, wherever it is. */
    void pick(Map<String, @Nullable Object> expected) {
        first(message -> Json.fits(expected, message, false)).ifPresent(messages::remove);
    }

    /**
     * Takes all answers to one message, which is answered twice if it came twice.
     *
     * @return whether there is one, and it tells success
     */
    boolean pickSuccess(String messageId) {
        Predicate<Map<String, @Nullable Object>> success =
                it -> messageId.equals(it.get("id")) && Boolean.TRUE.equals(it.get("successful"));
        boolean found = first(success).isPresent();
        messages.removeIf(success);
        return found;
    }

    private Optional<Map<String, @Nullable Object>> first(Predicate<Map<String, @Nullable Object>> wanted) {
        return messages.stream().filter(wanted).findFirst();
    }

    @Override
    public String toString() {
        return messages.toString();
    }
}
