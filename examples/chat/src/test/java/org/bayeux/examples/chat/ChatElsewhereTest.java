package org.bayeux.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The state of one server of several: Ada is in the den here, Bob there. */
class ChatElsewhereTest {

    private final OtherServer other = new OtherServer();
    private final Chat chat = new Chat(InstantSource.fixed(Instant.EPOCH), other);

    @BeforeEach
    void adaIsHereAndBobThere() throws Refusal {
        chat.enter("ada-session", "Ada");
        chat.join("ada-session", "den");
        other.members.put("den", List.of("Bob"));
    }

    @Test
    void nameOfAGuestElsewhereIsTaken() {
        assertThatThrownBy(() -> chat.enter("eve-session", "bob"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("taken");
    }

    @Test
    void guestMayEnterAgainWhoseNameIsTakenElsewhereMeanwhile() throws Refusal {
        other.members.put("lobby", List.of("Ada"));

        assertThat(chat.enter("ada-session", "Ada").name()).isEqualTo("Ada");
    }

    @Test
    void changeElsewhereMakesANewerListOfAll() throws Refusal {
        Members before = chat.view("ada-session", "den").members();

        Members after = chat.changedElsewhere("den").orElseThrow();

        assertThat(after.names()).containsExactly("Ada", "Bob");
        assertThat(after.version()).isGreaterThan(before.version());
    }

    @Test
    void changeOfARoomThatNobodyHasHereIsNoNews() {
        assertThat(chat.changedElsewhere("cellar")).isEmpty();
    }

    @Test
    void roomsElsewhereAreListed() {
        other.members.put("attic", List.of("Cleo"));

        assertThat(chat.rooms()).contains(new RoomSummary("attic", 1), new RoomSummary("den", 2));
    }

    @Test
    void nextLineStandsBehindThatOfAnotherServer() throws Refusal {
        chat.keep("den", new Line(41, "Bob", "hello", 0));

        Line answer = chat.say("ada-session", "den", "hi");

        assertThat(answer.id()).isEqualTo(42);
        assertThat(chat.view("ada-session", "den").lines())
                .extracting(Line::text)
                .containsExactly("hello", "hi");
    }

    @Test
    void lineOfAnotherServerThatComesLateDoesNotTurnIdsBack() throws Refusal {
        chat.keep("den", new Line(41, "Bob", "late", 0));
        chat.keep("den", new Line(7, "Bob", "later", 0));

        assertThat(chat.say("ada-session", "den", "hi").id()).isEqualTo(42);
    }

    @Test
    void whatIsSaidInARoomThatOnlyOthersAreInIsKeptForWhoComes() throws Refusal {
        other.members.put("attic", List.of("Cleo"));
        chat.keep("attic", new Line(1, "Cleo", "alone", 0));

        chat.join("ada-session", "attic");

        assertThat(chat.view("ada-session", "attic").lines())
                .extracting(Line::text)
                .containsExactly("alone");
    }

    @Test
    void whatIsSaidInARoomThatHasGoneIsNotKept() throws Refusal {
        chat.keep("attic", new Line(1, "Cleo", "late", 0));

        chat.join("ada-session", "attic");

        assertThat(chat.view("ada-session", "attic").lines()).isEmpty();
    }

    @Test
    void roomGoesWithItsLastMemberOnAnyServer() throws Refusal {
        chat.say("ada-session", "den", "hello");

        chat.leave("ada-session", "den");
        chat.join("ada-session", "den");
        assertThat(chat.view("ada-session", "den").lines()).hasSize(1);
        chat.leave("ada-session", "den");
        other.members.remove("den");
        chat.changedElsewhere("den");
        chat.join("ada-session", "den");

        assertThat(chat.view("ada-session", "den").lines()).isEmpty();
    }

    @Test
    void privateLineToAGuestElsewhereHasTheNameAsItWasEntered() throws Refusal {
        Whisper whisper = chat.whisper("ada-session", "bob", "psst");

        assertThat(whisper.to()).isNull();
        assertThat(whisper.line()).isEqualTo(new PrivateLine("Ada", "Bob", "psst", 0));
    }

    private static final class OtherServer extends Nowhere {

        private final Map<String, List<String>> members = new HashMap<>();

        @Override
        public Optional<String> guest(String name) {
            return members.values().stream()
                    .flatMap(List::stream)
                    .filter(name::equalsIgnoreCase)
                    .findFirst();
        }

        @Override
        public Set<String> rooms() {
            return members.keySet();
        }

        @Override
        public List<String> members(String room) {
            return members.getOrDefault(room, List.of());
        }
    }
}
