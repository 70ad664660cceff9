package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void nothingEndsTheLineOrMisleadsTheReader() {
        assertThat(OneLine.of("a\r\nb\u001b[0m\u0085\u2028\u2029\u202e\u200b")).isEqualTo("a??b?[0m?????");
    }

    @Test
    void otherTextIsShownAsItIs() {
        assertThat(OneLine.of("/chat/\u4f60\u597d \ud83d\ude00")).isEqualTo("/chat/\u4f60\u597d \ud83d\ude00");
        assertThat(OneLine.of(null)).isEqualTo("null");
    }

    @Test
    void longTextIsCut() {
        assertThat(OneLine.of("x".repeat(200))).hasSize(200);
        assertThat(OneLine.of("x".repeat(201))).isEqualTo("x".repeat(200) + "..");
    }
}
