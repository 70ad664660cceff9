package org.bayeux.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bayeux.wire.BayeuxMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTypeTest {

    private final TestRequest request = new TestRequest();
    private final TestEngine engine = new TestEngine();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "text/json",
                "application/json;charset=UTF-8",
                "application/json; charset=utf-8",
                "application/json ; charset = \"UTF-8\" ; q=1",
                "application/json; charset=utf8",
                "application/json; version=1"
            })
    void jsonIsAccepted(String contentType) throws Refused {
        assertThat(BodyType.of(contentType)).isEqualTo(BodyType.JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=UTF-8"})
    void formsAreAccepted(String contentType) throws Refused {
        assertThat(BodyType.of(contentType)).isEqualTo(BodyType.FORM);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ";",
                "text/plain",
                "application/jsonp",
                "nonsense",
                "application/json; charset=ISO-8859-1",
                "application/json; charset=utf-16",
                "application/json; charset=\"utf-81\"",
                "application/json; charset=",
                "application/json; x=1; charset=latin1"
            })
    void allElseIsUnsupported(String contentType) {
        assertThatThrownBy(() -> BodyType.of(contentType))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.status()).isEqualTo(415));
    }

    /** Manual, appendix C: long-polling request messages. */
    static Stream<List<String>> formsWithTheMessages1To3() {
        return Stream.of(
                List.of(array(1, 2, 3)),
                List.of(message(1), message(2), message(3)),
                List.of(array(1, 2), array(3)),
                List.of(message(1), array(2, 3)));
    }

    @ParameterizedTest
    @MethodSource("formsWithTheMessages1To3")
    void formHasItsMessagesInAnyShape(List<String> values) throws Exception {
        String form = "message=" + String.join("&message=", values);

        List<BayeuxMessage> messages = BodyType.FORM.messages(request.request(), form.getBytes(), engine.codec());

        assertThat(messages).extracting(BayeuxMessage::getId).containsExactly("1", "2", "3");
    }

    @Test
    void formMayHaveOneMessage() throws Exception {
        byte[] form = ("message=" + message(1)).getBytes();

        List<BayeuxMessage> messages = BodyType.FORM.messages(request.request(), form, engine.codec());

        assertThat(messages).extracting(BayeuxMessage::getId).containsExactly("1");
    }

    @Test
    void formThatAFilterHasReadIsTakenFromTheContainer() throws Exception {
        request.parameters.put("message", new String[] {message(1), message(2)});

        List<BayeuxMessage> messages = BodyType.FORM.messages(request.request(), new byte[0], engine.codec());

        assertThat(messages).extracting(BayeuxMessage::getId).containsExactly("1", "2");
    }

    private static String message(int id) {
        return "{\"channel\":\"/a\",\"id\":\"" + id + "\"}";
    }

    private static String array(int... ids) {
        return Arrays.stream(ids).mapToObj(BodyTypeTest::message).collect(Collectors.joining(",", "[", "]"));
    }
}
