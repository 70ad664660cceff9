package org.bayeux.oort.interest;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayeux.api.ChannelId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlapTest {

    @ParameterizedTest
    @CsvSource({
        "/a, /a",
        "/a/b, /a/*",
        "/a/b, /a/**",
        "/a/b/c, /a/**",
        "/a/*, /a/**",
        "/**, /a/b/*",
        "/a/**, /a/b/**",
        "/a/*, /a/*",
        "/**, /*",
    })
    void patternsThatSomeChannelMatchesOverlap(String one, String other) {
        assertThat(Overlap.between(new ChannelId(one), new ChannelId(other))).isTrue();
        assertThat(Overlap.between(new ChannelId(other), new ChannelId(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/a, /b",
        "/a, /a/*",
        "/a, /a/**",
        "/a/b/c, /a/*",
        "/a/*, /b/*",
        "/a/*, /a/b/*",
        "/a/*, /a/b/**",
        "/*, /a/**",
        "/a/**, /b/**",
    })
    void othersDoNot(String one, String other) {
        assertThat(Overlap.between(new ChannelId(one), new ChannelId(other))).isFalse();
        assertThat(Overlap.between(new ChannelId(other), new ChannelId(one))).isFalse();
    }
}
