package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "\u00e9\u00df", "\u4e2d\u6587", "\ud83d\ude00", "\ufffd", "a\ufffdb", "\u0000"})
    void decodesAllText(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8.decode(bytes, 0, bytes.length)).isEqualTo(text);
    }

    @Test
    void decodesAPart() throws Exception {
        byte[] bytes = "xx\u00e9yy".getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8.decode(bytes, 2, 2)).isEqualTo("\u00e9");
    }

    @ParameterizedTest
    @CsvSource({
        "ff, 0", // never a byte of UTF-8
        "6180, 1", // continuation without start
        "c0af, 0", // overlong
        "61c3, 1", // cut off
        "e282, 0", // cut off
        "eda080, 0", // surrogate
        "f4908080, 0", // beyond U+10FFFF
        "efbfbdff, 3" // behind a legal replacement character
    })
    void refusesOtherBytesAndTellsWhere(String hex, int offset) {
        byte[] bytes = HexFormat.of().parseHex("20" + hex);

        MalformedMessageException refusal =
                catchThrowableOfType(MalformedMessageException.class, () -> Utf8.decode(bytes, 1, bytes.length - 1));

        assertThat(refusal.offset()).isEqualTo(offset);
        assertThat(refusal).hasMessageContaining("expected UTF-8");
    }

    @Test
    void refusesAPartThatIsNotInTheArray() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Utf8.decode(new byte[2], 1, 2));
    }
}
