package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Z85Test {

    @ParameterizedTest
    @CsvSource({
        "864fd26fb559f75b, HelloWorld", // the example of RFC 32
        "'', ''",
        "00, 00",
        "ff, @@",
        "ffff, %nJ",
        "ffffff, %nS9",
        "ffffffff, %nSc0",
        "864fd26fb559f7, HelloWork" // as the released clients write it
    })
    void everyNumberOfBytesHasItsText(String hex, String text) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThat(Z85.encode(ByteBuffer.wrap(bytes))).isEqualTo(text);
        assertThat(Z85.decode(text)).isEqualTo(bytes);
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        Random random = new Random(85);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);

            String text = Z85.encode(ByteBuffer.wrap(bytes));

            assertThat(text).hasSize(length + (length + 3) / 4);
            assertThat(Z85.decode(text)).isEqualTo(bytes);
        }
    }

    @Test
    void greatestBytesFitIntoEveryRest() {
        for (int length = 1; length < 9; length++) {
            byte[] bytes = new byte[length];
            Arrays.fill(bytes, (byte) 0xFF);

            assertThat(Z85.decode(Z85.encode(ByteBuffer.wrap(bytes)))).isEqualTo(bytes);
        }
    }

    @Test
    void onlyWhatRemainsInABufferIsWritten() {
        ByteBuffer buffer = ByteBuffer.wrap(HexFormat.of().parseHex("0000864fd26fb559f75b00"));
        buffer.position(2).limit(10);

        assertThat(Z85.encode(buffer)).isEqualTo("HelloWorld");
        assertThat(buffer.position()).isEqualTo(2);
    }

    @Test
    void byteOrderOfABufferDoesNotMatter() {
        ByteBuffer buffer = ByteBuffer.wrap(HexFormat.of().parseHex("864fd26f")).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(Z85.encode(buffer)).isEqualTo("Hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hell\"", // no digit
                "Hel o",
                "Hell\\",
                "H\u00e9llo",
                "H\u4e2dllo",
                "HelloW", // a rest of one character
                "H",
                "#####", // beyond four bytes
                "%nSc1",
                "##"
            })
    void whatNobodyCanHaveWrittenIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Z85.decode(text));
    }

    @Test
    void refusalTellsTheSizeOrThePlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Z85.decode("HelloW"))
                .withMessageContaining("6 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Z85.decode("HelloWor d"))
                .withMessageContaining("at 8");
    }
}
