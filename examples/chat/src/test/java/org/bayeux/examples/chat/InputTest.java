package org.bayeux.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"A", "Ada", "Ada L.", "Zoë", "李雷", "O'Neill", "x_1", "Jean-Luc", "123456789012345678901234"})
    void guestMayHaveAnOrdinaryName(String name) throws Refusal {
        assertThat(Input.guestName(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "   ", "-", ".hidden", "<b>", "a\nb", "a\u202Eb", "a\u0000", "1234567890123456789012345"})
    void guestMayNotHaveAnotherName(String name) {
        assertThatThrownBy(() -> Input.guestName(name)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "lobby", "room-1", "2"})
    void roomMayHaveALowerCaseName(String name) throws Refusal {
        assertThat(Input.roomName(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "**", "Lobby", "a b", "a/b", "-a", "a-", "{a}", "zoë", "1234567890123456789012345"})
    void roomMayNotHaveAnotherName(String name) {
        assertThatThrownBy(() -> Input.roomName(name)).isInstanceOf(Refusal.class);
    }

    @Test
    void textLosesItsOuterSpaces() throws Refusal {
        assertThat(Input.text(" two  words\n")).isEqualTo("two  words");
    }

    @Test
    void emptyTextIsRefused() {
        assertThatThrownBy(() -> Input.text(" \n ")).isInstanceOf(Refusal.class);
    }

    @Test
    void tooLongTextIsRefused() throws Refusal {
        String longest = "x".repeat(Input.LONGEST_TEXT);

        assertThat(Input.text(longest)).isEqualTo(longest);
        assertThatThrownBy(() -> Input.text(longest + "x")).isInstanceOf(Refusal.class);
    }

    @Test
    void fieldIsReadFromAnObject() throws Refusal {
        assertThat(Input.field(Map.of("text", "hello"), "text")).isEqualTo("hello");
    }

    @Test
    void missingFieldIsRefused() {
        for (Object data : new Object[] {null, "text", 1, List.of("text"), Map.of(), Map.of("text", 1)}) {
            assertThatThrownBy(() -> Input.field(data, "text")).isInstanceOf(Refusal.class);
        }
    }
}
