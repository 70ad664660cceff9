package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody changed goes out character by character as it came. */
class ExactTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":2}",
                "{ \"a\" : 1 , \"a\" : 2 }",
                "[1.0, 1.50, 1e2, 1E+2, -0, -0.0, 0.10000000000000000555, 123456789012345678901234567890]",
                "\"\\u0041\\/\\ud83d\\ude00\\n\"",
                "\"\\ud800 \\udc00\"",
                "\"\u2028\u4e2d\ud83d\ude00\"",
                "{}",
                "[ ]",
                "[\n\t1 ,\r\n2\n]",
                "\"\"",
                "0",
                "true",
                "false",
                "null",
                "{\"}\":\"{\",\"]\":\"[\\\"\"}"
            })
    void unchangedTextIsKept(String data) {
        BayeuxMessage untouched = Wire.withData(data);
        BayeuxMessage read = Wire.withData(data);
        BayeuxMessage spaced = Wire.message("{ \"data\"\n:\t" + data + "\r\n, \"channel\" : \"/a\" } ");
        String expected = "{\"channel\":\"/a\",\"data\":" + data + "}";

        Object value = read.getData();

        assertThat(value).isEqualTo(Wire.JSON.parse(data));
        assertThat(untouched.getJSON()).isEqualTo(expected);
        assertThat(read.getJSON()).isEqualTo(expected);
        assertThat(spaced.getJSON()).isEqualTo(expected);
        assertThat(Wire.frozen(read).getJSON()).isEqualTo(expected);
        assertThat(read.copy().getJSON()).isEqualTo(expected);
    }

    @Test
    void extAdviceAndOtherFieldsAreKeptToo() {
        String json = "{\"channel\":\"/a\",\"advice\":{\"n\":1.0},\"ext\":{ \"z\":1,\"y\":[1e1] },"
                + "\"other\":[ 1.0 ],\"num\":1.50}";

        BayeuxMessage message = Wire.message(json);
        message.forEach((name, value) -> assertThat(value).isNotNull());

        assertThat(message.getJSON()).isEqualTo(json);
    }

    @Test
    void oneChangedFieldDoesNotChangeTheOthers() {
        BayeuxMessage message = Wire.message("{\"channel\":\"/a\",\"data\":[1.0],\"ext\":{\"n\":1.0},\"x\":[1.0 ]}");

        message.getExt(true).put("n", 2.50);

        assertThat(message.getJSON()).isEqualTo("{\"channel\":\"/a\",\"data\":[1.0],\"ext\":{\"n\":2.5},\"x\":[1.0 ]}");
    }

    @Test
    void dataOfOneMessageIsKeptInAnother() {
        BayeuxMessage received = Wire.withData("{\"n\":1.50, \"in\":{ \"m\":1e1 }}");
        BayeuxMessage echo = Wire.CODEC.newMessage();
        echo.setData(received.getData());

        assertThat(echo.getJSON()).isEqualTo("{\"data\":{\"n\":1.50, \"in\":{ \"m\":1e1 }}}");
        assertThat(echo.copy().getJSON()).isEqualTo("{\"data\":{\"n\":1.50, \"in\":{ \"m\":1e1 }}}");
    }

    @Test
    void changedDataOfOneMessageIsWrittenAsItIsInAnother() {
        BayeuxMessage received = Wire.withData("{\"n\":1,\"in\":{\"m\":2}}");
        BayeuxMessage echo = Wire.CODEC.newMessage();
        echo.setData(received.getDataAsMap().get("in"));

        received.getDataAsMap().put("n", 5L);
        assertThat(echo.getJSON()).isEqualTo("{\"data\":{\"m\":2}}");

        echo.setData(received.getData());
        assertThat(echo.getJSON()).isEqualTo("{\"data\":{\"n\":5,\"in\":{\"m\":2}}}");
    }

    @Test
    void freezingLetsTheReceivedTextGoAndReadsFromTheEncodedOne() {
        BayeuxMessage message = Wire.messages(
                        "[{\"data\":[1],\"channel\":\"/a\",\"z\":{\"k\":1}},{\"data\":[2],\"ext\":{}}]")
                .get(0);

        message.freeze();

        assertThat(message.getData()).isEqualTo(List.of(1L));
        assertThat(message.get("z")).isEqualTo(Map.of("k", 1L));
    }

    @Test
    void changedDataIsReadAfterFreezing() {
        BayeuxMessage message = Wire.withData("{\"a\":1}");
        message.getDataAsMap().put("b", List.of(2));

        message.freeze();

        assertThat(message.getDataAsMap()).isEqualTo(Map.of("a", 1L, "b", List.of(2)));
        assertThat(message.copy().getDataAsMap()).isEqualTo(Map.of("a", 1L, "b", List.of(2L)));
        assertThat(message.<Map<String, Object>>dataAs(Map.class)).containsEntry("a", 1L);
    }
}
