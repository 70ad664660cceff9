package org.bayeux.oort.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutLinkTest {

    private final OutLink link = new OutLink(new UUID(0, 1), 1, 10);

    @Test
    void moreThanMayWaitIsRefused() {
        assertThat(link.add(new byte[10], null)).isTrue();
        assertThat(link.add(new byte[1], null)).isFalse();
    }

    @Test
    void whatWasAcknowledgedMakesRoom() {
        link.add(new byte[10], null);
        link.next(0, 0);
        link.acknowledged(1, 0);

        assertThat(link.add(new byte[10], null)).isTrue();
    }

    @Test
    void whatIsSaidWhenTheLinkOpensHasRoomAndTakesNone() {
        link.addAnyway(new byte[100]);

        assertThat(link.add(new byte[10], null)).isTrue();
        assertThat(Objects.requireNonNull(link.next(0, 0)).payloads()).hasSize(2);
        link.acknowledged(2, 0);
        assertThat(link.add(new byte[10], null)).isTrue();
    }
}
