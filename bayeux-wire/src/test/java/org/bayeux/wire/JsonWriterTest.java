package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "plain plain",
                "a\"b a\\\"b",
                "\\ \\\\",
                "/ /",
                "<a> <a>",
                "\u00e9\u4e2d \u00e9\u4e2d",
                "\ud83d\ude00x \ud83d\ude00x",
                "\ud83d \\ud83d",
                "\ude00\ud83d \\ude00\\ud83d",
                "\ud83dx \\ud83dx",
                "\u2028 \\u2028",
                "a\u2029b a\\u2029b",
                "\u007f \u007f"
            })
    void stringsAreEscapedWhereTheyMust(String text, String expected) {
        assertThat(Wire.JSON.generate(text)).isEqualTo('"' + expected + '"');
    }

    @Test
    void controlCharactersAreEscaped() {
        assertThat(Wire.JSON.generate("\u0000\u0001\b\t\n\u000b\f\r\u001f"))
                .isEqualTo("\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\"");
    }

    @Test
    void everyStringSurvivesTheWayThroughUtf8() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            all.append((char) c).append('x');
        }

        String json = Wire.JSON.generate(all);

        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(json);
        assertThat(Wire.JSON.parse(json)).isEqualTo(all.toString());
    }

    @Test
    void plainValuesAreWrittenAsTheyAre() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("null", null);
        value.put("bool", true);
        value.put("text", new StringBuilder("sb"));
        value.put("char", 'c');
        value.put("array", new Object[] {1, "x", null});
        value.put("empty", List.of(Map.of(), List.of(), new Object[0]));
        value.put("set", Set.of(1));

        assertThat(Wire.JSON.generate(value))
                .isEqualTo("{\"null\":null,\"bool\":true,\"text\":\"sb\",\"char\":\"c\",\"array\":[1,\"x\",null],"
                        + "\"empty\":[{},[],[]],\"set\":[1]}");
    }

    @Test
    void numbersKeepTheirDigits() {
        List<Object> numbers = List.of(
                1,
                -2L,
                (short) 3,
                (byte) 4,
                0.1f,
                0.1,
                new BigInteger("12345678901234567890"),
                new BigDecimal("1.50"),
                new AtomicInteger(5),
                new AtomicLong(6));

        assertThat(Wire.JSON.generate(numbers)).isEqualTo("[1,-2,3,4,0.1,0.1,12345678901234567890,1.50,5,6]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbersThatAreNotFiniteAreRefused(double number) {
        assertThatExceptionOfType(JsonWriteException.class)
                .isThrownBy(() -> Wire.JSON.generate(Map.of("x", number)))
                .withMessageContaining("finite");
        assertThatExceptionOfType(JsonWriteException.class).isThrownBy(() -> Wire.JSON.generate((float) number));
    }

    @Test
    void cyclesAreRefused() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        Map<String, Object> map = new HashMap<>();
        map.put("list", Arrays.asList(map, 1));

        assertThatExceptionOfType(JsonWriteException.class)
                .isThrownBy(() -> Wire.JSON.generate(list))
                .withMessageContaining("ArrayList");
        assertThatExceptionOfType(JsonWriteException.class).isThrownBy(() -> Wire.JSON.generate(map));
    }
}
