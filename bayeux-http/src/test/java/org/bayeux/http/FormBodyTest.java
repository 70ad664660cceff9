package org.bayeux.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bayeux.wire.MalformedMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {

    @Test
    void valuesKeepTheirOrder() throws Exception {
        assertThat(values("message=1&message=2&message=3")).containsExactly("1", "2", "3");
    }

    @Test
    void otherParametersAreIgnored() throws Exception {
        assertThat(values("a=b&message=1&messages=2&mess=3&x")).containsExactly("1");
    }

    @Test
    void escapesAndBlanksAreDecodedAsUtf8() throws Exception {
        assertThat(values("message=a+b%20%c3%A4%2B%F0%9F%98%80")).containsExactly("a b ä+😀");
    }

    @Test
    void emptyValueIsAValue() throws Exception {
        assertThat(values("message=&message")).containsExactly("");
    }

    @Test
    void emptyBodyHasNoValues() throws Exception {
        assertThat(values("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"message=%", "message=%1", "message=%zz", "message=%1&x", "message=%-1"})
    void malformedEscapesAreRefused(String body) {
        assertThatThrownBy(() -> values(body)).isInstanceOf(Refused.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> values("message=%ff")).isInstanceOf(MalformedMessageException.class);
    }

    private static List<String> values(String body) throws Exception {
        return FormBody.values(body.getBytes(StandardCharsets.UTF_8), "message");
    }
}
