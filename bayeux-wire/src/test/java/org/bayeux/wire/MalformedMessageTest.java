package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedMessageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "1",
                "\"x\"",
                "true",
                "null",
                "[]",
                "[1]",
                "[null]",
                "[[]]",
                "[{}",
                "[{},]",
                "[{},,{}]",
                "[,{}]",
                "{}{}",
                "{},{}",
                "{} x",
                "[{}] {}",
                "[{}]]",
                "{}}",
                "\uFEFF{}",
                "\u0000{}",
                "{}\u0000",
                "{}\u001a",
                "/**/{}",
                "{}//",
                "garbage",
                "message=%5B%5D",
                "<html>",
                "{",
                "{\"",
                "{\"a",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1:2}",
                "{,}"
            })
    void refusesWhatIsNoMessageOrArrayOfMessages(String text) {
        assertRefused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,,2]",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1}",
                "{\"a\":1]",
                "{\"a\":1,}",
                "{\"a\"}",
                "{:1}",
                "[1:2]",
                "NaN",
                "Infinity",
                "-Infinity",
                "undefined",
                "tru",
                "True",
                "nulll",
                "01",
                "-01",
                "+1",
                "-",
                ".5",
                "1.",
                "1e",
                "1e+",
                "0x1",
                "1.2.3",
                "1-2",
                "'a'",
                "\"a",
                "\"\t\"",
                "\"\n\"",
                "\"\u0000\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12G4\"",
                "\"a\"\"b\"",
                "[\"a\":1]",
                "[true false]",
                "[{}{}]",
                "[\u00a01]",
                "[\u000c1]"
            })
    void refusesMalformedValuesAlsoWhereTheyStayText(String value) {
        assertRefused("{\"channel\":\"/a\",\"data\":" + value + "}");
        assertRefused("{\"channel\":\"/a\",\"data\":{\"deep\":[" + value + "]}}");
        assertRefused("[{\"channel\":\"/a\",\"ext\":{\"x\":" + value + "}}]");
        assertRefused("[{\"channel\":\"/a\",\"custom\":" + value + "}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"channel\":5",
                "\"channel\":{}",
                "\"channel\":[\"/a\"]",
                "\"clientId\":1",
                "\"id\":true",
                "\"id\":{}",
                "\"id\":[1]",
                "\"ext\":[]",
                "\"ext\":\"x\"",
                "\"advice\":1",
                "\"successful\":\"true\"",
                "\"successful\":1",
                "\"error\":{}"
            })
    void refusesFieldsOfTheProtocolThatAreOfAnotherType(String field) {
        assertThat(refusal("{" + field + "}"))
                .hasMessageContaining("field " + field.substring(1, field.indexOf("\":")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"channel\":\"/a\",\"channel\":\"/b\"",
                "\"channel\":\"/a\",\"ch\\u0061nnel\":\"/b\"",
                "\"data\":1,\"data\":2",
                "\"data\":null,\"data\":2",
                "\"ext\":{},\"ext\":{}",
                "\"clientId\":\"a\",\"clientId\":\"a\"",
                "\"version\":\"1\",\"version\":\"1\""
            })
    void refusesFieldsThatComeTwice(String fields) {
        assertThat(refusal("{" + fields + "}")).hasMessageContaining("only once");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1_000, 10_000, 100_000})
    void ofAMessageThatNestsTooDeepOnlyItsAddressIsKept(int levels) throws Exception {
        String arrays = "[".repeat(levels) + "]".repeat(levels);
        String objects = "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);

        for (String deep :
                new String[] {"\"data\":" + arrays, "\"data\":" + objects, "\"ext\":" + objects, "\"custom\":" + arrays
                }) {
            List<BayeuxMessage> messages = Wire.CODEC.parse("[{\"channel\":\"/a\"," + deep
                    + ",\"advice\":{},\"x\":1,\"id\":7,\"clientId\":\"c\"},{\"data\":1}]");

            assertThat(messages.get(0).isNestedTooDeep()).isTrue();
            assertThat(messages.get(0).getJSON()).isEqualTo("{\"channel\":\"/a\",\"id\":7,\"clientId\":\"c\"}");
            assertThat(messages.get(1).isNestedTooDeep()).isFalse();
            assertThat(messages.get(1).getJSON()).isEqualTo("{\"data\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1_000, 10_000, 100_000})
    void refusesDeepNestingThatIsNoMessage(int levels) {
        String arrays = "[".repeat(levels) + "]".repeat(levels);

        assertRefused(arrays);
        assertRefused("[".repeat(levels));
        assertRefused("[{\"custom\":" + "[".repeat(levels));
        assertRefused("{\"data\":" + "[".repeat(levels) + "1,,2" + "]".repeat(levels) + "}");
        assertRefused("[{\"clientId\":" + arrays + "}]");
    }

    @Test
    void allowsNestingUpToTheLimit() throws Exception {
        MessageCodec codec = new MessageCodec(Wire.JSON, new WireLimits(4));

        assertThat(codec.parse("[{\"data\":[[1]]}]").get(0).getData()).hasToString("[[1]]");
        assertThat(codec.parse("{\"data\":[[1]]}").get(0).getData()).hasToString("[[1]]");
        assertThat(codec.parse("{\"data\":[[[]]]}").get(0).isNestedTooDeep()).isTrue();
    }

    @Test
    void theDeepestAllowedNestingCanBeReadAndWritten() throws Exception {
        MessageCodec codec = new MessageCodec(Wire.JSON, new WireLimits(WireLimits.DEEPEST));
        String data = "[".repeat(498) + "]".repeat(498);

        BayeuxMessage message = codec.parse("{\"data\":" + data + "}").get(0);

        assertThat(Wire.JSON.generate(message.getData())).isEqualTo(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999", "1E-99999", "1e999999999999999999", "[0.5e+123456]", "{\"a\":[-1e10000]}"})
    void refusesNumbersThatFillTheHeapWhenComputed(String number) {
        assertThat(refusal("{\"data\":" + number + "}")).hasMessageContaining("exponent");
        assertRefused("{\"custom\":" + number + "}");
        assertRefused("{\"id\":" + number + "}");
    }

    @Test
    void refusesNumbersWithTooManyDigits() {
        assertRefused("{\"data\":" + "1".repeat(1001) + "}");
        assertThat(Wire.withData("1".repeat(1000)).getData()).hasToString("1".repeat(1000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"channel\":5}`           | 12",
                "`[{},5]`                    | 5",
                "`7`                         | 1",
                "`[{\"data\":[1,,2]}]`       | 12",
                "`{\"data\":`                | 8",
                "``                          | 0"
            })
    void tellsWhereTheTextIsWrong(String text, int offset) {
        MalformedMessageException refusal = refusal(text);

        assertThat(refusal.offset()).isEqualTo(offset);
        assertThat(refusal).hasMessageContaining("offset " + offset + ": expected ");
        assertThat(refusal.getStackTrace()).isEmpty();
    }

    @Test
    void limitsThatDoNotProtectAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WireLimits(2));
        assertThatIllegalArgumentException().isThrownBy(() -> new WireLimits(501));
    }

    private static void assertRefused(String text) {
        assertThat(refusal(text)).as(text).isNotNull();
    }

    private static MalformedMessageException refusal(String text) {
        return catchThrowableOfType(MalformedMessageException.class, () -> Wire.CODEC.parse(text));
    }
}
