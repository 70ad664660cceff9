package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayeux.it.raw.HttpReply;
import org.bayeux.it.raw.RawSession;

/** What every refusal has in common. */
final class Refusals {

    private Refusals() {}

    /** A 4xx, or messages none of which succeeded. */
    static void assertRefused(HttpReply reply) {
        if (reply.status() == 200) {
            assertThat(RawSession.messages(reply)).isNotEmpty().allSatisfy(message -> {
                assertThat(message.getBoolean("successful")).isFalse();
                assertThat(message.getString("error")).matches("(?s)\\d{3}:[^:]*:.+");
            });
        } else {
            assertThat(reply.status()).as(reply.toString()).isBetween(400, 499);
        }
    }

    /** No page of the container, no stack trace, no class name. */
    static void assertTellsNothing(HttpReply reply) {
        assertTellsNothing(reply.body());
    }

    /** No page of the container, no stack trace, no class name. */
    static void assertTellsNothing(String text) {
        assertThat(text)
                .doesNotContainIgnoringCase("<html", "exception", "\tat ", "org.bayeux", "jakarta.", "java.")
                .hasSizeLessThan(1_000);
    }
}
