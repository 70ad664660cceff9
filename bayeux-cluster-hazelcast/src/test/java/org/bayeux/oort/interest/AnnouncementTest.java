package org.bayeux.oort.interest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementTest {

    @ParameterizedTest
    @MethodSource
    void whatIsWrittenIsRead(Announcement announcement) {
        byte[] bytes = announcement.encode((byte) 7);

        assertThat(bytes[0]).isEqualTo((byte) 7);
        assertThat(Announcement.decode(bytes)).isEqualTo(announcement);
    }

    static Stream<Announcement> whatIsWrittenIsRead() {
        return Stream.of(
                Announcement.all(List.of("/a/**", "/b"), List.of("/a/1", "/b")),
                Announcement.all(List.of("/a/**"), List.of()),
                Announcement.all(List.of(), List.of()),
                Announcement.of(Announcement.Kind.MORE, "/a"),
                Announcement.of(Announcement.Kind.LESS, "/**"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7?\n\n/a", "7=/a", "7\n\n"})
    void whatIsNoneIsRefused(String text) {
        byte[] bytes = text.getBytes(UTF_8);

        assertThatThrownBy(() -> Announcement.decode(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an announcement");
    }
}
