package org.bayeux.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatTest {
    private static final long NOW = 1_700_000_000_000L;

    private final Chat chat = new Chat(InstantSource.fixed(Instant.ofEpochMilli(NOW)), new Nowhere());

    @BeforeEach
    void adaAndBobAreHere() throws Refusal {
        chat.enter("ada-session", "Ada");
        chat.enter("bob-session", "Bob");
    }

    @Test
    void nameIsShownWithoutOuterSpaces() throws Refusal {
        Guest guest = chat.enter("cleo-session", "  Cleo ");

        assertThat(guest.name()).isEqualTo("Cleo");
    }

    @Test
    void enteringTwiceUnderTheSameNameChangesNothing() throws Refusal {
        Guest guest = chat.enter("ada-session", "Ada");

        assertThat(guest).isEqualTo(new Guest("ada-session", "Ada"));
    }

    @Test
    void sessionKeepsItsFirstName() {
        assertThatThrownBy(() -> chat.enter("ada-session", "Eve"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Ada");
    }

    @Test
    void nameIsUniqueWhateverTheCaseOfItsLetters() {
        assertThatThrownBy(() -> chat.enter("eve-session", "aDA"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("taken");
    }

    @Test
    void refusedNameLeavesNothingBehind() throws Refusal {
        assertThatThrownBy(() -> chat.enter("eve-session", "ada")).isInstanceOf(Refusal.class);

        Guest guest = chat.enter("eve-session", "Eve");

        assertThat(guest.name()).isEqualTo("Eve");
    }

    @Test
    void nameIsFreeOnceItsGuestIsGone() throws Refusal {
        chat.exit("ada-session");

        Guest guest = chat.enter("eve-session", "Ada");

        assertThat(guest.sessionId()).isEqualTo("eve-session");
    }

    @Test
    void guestsAreLimited() throws Refusal {
        for (int i = 2; i < Chat.MAX_GUESTS; i++) {
            chat.enter("session-" + i, "Guest " + i);
        }

        assertThatThrownBy(() -> chat.enter("last-session", "Last"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("many");
    }

    @Test
    void onlyGuestsJoinRooms() {
        assertThatThrownBy(() -> chat.join("eve-session", "lobby")).isInstanceOf(Refusal.class);

        assertThat(chat.isMember("eve-session", "lobby")).isFalse();
    }

    @Test
    void membersAreListedInTheOrderTheyJoined() throws Refusal {
        chat.join("bob-session", "lobby");

        Members members = chat.join("ada-session", "lobby");

        assertThat(members).isEqualTo(new Members("lobby", 2, List.of("Bob", "Ada")));
    }

    @Test
    void joiningTwiceChangesNothing() throws Refusal {
        Members first = chat.join("ada-session", "lobby");

        Members second = chat.join("ada-session", "lobby");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void eachJoinAndLeaveMakesANewerVersion() throws Refusal {
        Members joined = chat.join("ada-session", "lobby");

        Members left = chat.leave("ada-session", "lobby").orElseThrow();

        assertThat(left.version()).isGreaterThan(joined.version());
        assertThat(left.names()).isEmpty();
    }

    @Test
    void leavingARoomOneIsNotInChangesNothing() {
        assertThat(chat.leave("ada-session", "lobby")).isEmpty();
        assertThat(chat.leave("ada-session", "nowhere")).isEmpty();
        assertThat(chat.leave("eve-session", "lobby")).isEmpty();
    }

    @Test
    void roomGoesWithItsLastMember() throws Refusal {
        chat.join("ada-session", "den");
        chat.join("bob-session", "den");

        chat.leave("ada-session", "den");
        assertThat(chat.rooms()).contains(new RoomSummary("den", 1));
        chat.exit("bob-session");

        assertThat(chat.rooms()).extracting(RoomSummary::name).doesNotContain("den");
    }

    @Test
    void lastingRoomStaysWithItsHistory() throws Refusal {
        chat.join("ada-session", "lobby");
        chat.say("ada-session", "lobby", "I was here");
        chat.leave("ada-session", "lobby");

        chat.join("bob-session", "lobby");

        assertThat(chat.view("bob-session", "lobby").lines())
                .extracting(Line::text)
                .containsExactly("I was here");
    }

    @Test
    void roomsAreLimited() throws Refusal {
        for (int i = Chat.LASTING_ROOMS.size(); i < Chat.MAX_ROOMS; i++) {
            chat.join("ada-session", "room-" + i);
        }

        assertThatThrownBy(() -> chat.join("ada-session", "one-more"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rooms");
    }

    @Test
    void membersOfARoomAreLimited() throws Refusal {
        for (int i = 0; i < Room.MAX_MEMBERS; i++) {
            chat.enter("session-" + i, "Guest " + i);
            chat.join("session-" + i, "lobby");
        }

        assertThatThrownBy(() -> chat.join("ada-session", "lobby"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("full");
    }

    @Test
    void exitTellsWhoIsLeftInEachRoom() throws Refusal {
        chat.join("ada-session", "lobby");
        chat.join("ada-session", "den");
        chat.join("bob-session", "lobby");

        List<Members> left = chat.exit("ada-session");

        assertThat(left)
                .containsExactlyInAnyOrder(new Members("lobby", 3, List.of("Bob")), new Members("den", 2, List.of()));
        assertThat(chat.exit("ada-session")).isEmpty();
    }

    @Test
    void lineHasTheNameOfTheGuestAndTheTimeOfTheServer() throws Refusal {
        chat.join("ada-session", "lobby");

        Line line = chat.say("ada-session", "lobby", " <b>hello</b> ");

        assertThat(line).isEqualTo(new Line(1, "Ada", "<b>hello</b>", NOW));
    }

    @Test
    void onlyMembersSaySomethingInARoom() throws Refusal {
        chat.join("ada-session", "lobby");

        assertThatThrownBy(() -> chat.say("bob-session", "lobby", "hello")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> chat.say("ada-session", "coffee", "hello")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> chat.say("ada-session", "nowhere", "hello")).isInstanceOf(Refusal.class);

        assertThat(chat.view("ada-session", "lobby").lines()).isEmpty();
    }

    @Test
    void onlyMembersSeeARoom() {
        assertThatThrownBy(() -> chat.view("ada-session", "lobby")).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyTheLastLinesAreKept() throws Refusal {
        chat.join("ada-session", "lobby");

        for (int i = 1; i <= Room.HISTORY + 5; i++) {
            chat.say("ada-session", "lobby", "line " + i);
        }

        assertThat(chat.view("ada-session", "lobby").lines())
                .extracting(Line::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(6, Room.HISTORY + 5)
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    @Test
    void privateLineGoesToTheGuestOfThatName() throws Refusal {
        Whisper whisper = chat.whisper("ada-session", "bob", "psst");

        assertThat(whisper.to().sessionId()).isEqualTo("bob-session");
        assertThat(whisper.line()).isEqualTo(new PrivateLine("Ada", "Bob", "psst", NOW));
    }

    @Test
    void nobodyWhispersToOrFromAStranger() {
        assertThatThrownBy(() -> chat.whisper("ada-session", "Eve", "psst")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> chat.whisper("eve-session", "Ada", "psst")).isInstanceOf(Refusal.class);
    }
}
