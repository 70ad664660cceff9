package org.bayeux.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkedReferenceTest {

    @Test
    void referenceAndMarkAreKept() {
        Object object = new Object();

        MarkedReference<Object> marked = new MarkedReference<>(object, true);
        MarkedReference<Object> unmarked = new MarkedReference<>(object, false);

        assertThat(marked.getReference()).isSameAs(object);
        assertThat(marked.isMarked()).isTrue();
        assertThat(unmarked.isMarked()).isFalse();
    }

    @Test
    void descriptionShowsTheMark() {
        assertThat(new MarkedReference<>("/a", true)).hasToString("/a (marked)");
        assertThat(new MarkedReference<>("/a", false)).hasToString("/a");
    }
}
