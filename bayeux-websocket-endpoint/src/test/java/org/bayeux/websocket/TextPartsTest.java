package org.bayeux.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPartsTest {

    private final TextParts parts = new TextParts(10);

    @Test
    void partsBecomeOneMessage() {
        parts.keep("ab");
        parts.keep("");

        assertThat(parts.complete("c")).isEqualTo("abc");
    }

    @Test
    void nextMessageBeginsAnew() {
        parts.keep("12345678");
        parts.complete("");

        assertThat(parts.hasRoomFor("1234567890")).isTrue();
        assertThat(parts.complete("d")).isEqualTo("d");
    }

    @Test
    void bytesOfAllPartsCount() {
        parts.keep("ä");
        parts.keep("1234");

        assertThat(parts.hasRoomFor("1234")).isTrue();
        assertThat(parts.hasRoomFor("12345")).isFalse();
        assertThat(parts.hasRoomFor("ääa")).isFalse();
    }

    @Test
    void refusedMessageIsForgotten() {
        parts.keep("12345678");

        parts.clear();

        assertThat(parts.hasRoomFor("1234567890")).isTrue();
        assertThat(parts.complete("e")).isEqualTo("e");
    }
}
