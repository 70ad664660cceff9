package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8LengthTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u007f", "\u0080", "\u07ff", "\u0800", "\uffff", "😀", "aä\u20ac😀b"})
    void countsTheBytesOfUtf8(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;

        assertThat(Utf8Length.of(text)).isEqualTo(bytes);
        assertThat(Utf8Length.isWithin(text, bytes)).isTrue();
        assertThat(Utf8Length.isWithin(text, bytes - 1)).isFalse();
    }
}
