package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumberTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 999_999_999_999_999_999L, Long.MAX_VALUE, Long.MIN_VALUE})
    void wholeNumbersAreLongs(long value) {
        assertThat(JsonNumber.parse(Long.toString(value))).isEqualTo(value);
    }

    @Test
    void wholeNumbersBeyondLongKeepTheirDigits() {
        assertThat(JsonNumber.parse("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(JsonNumber.parse("-9223372036854775809")).isEqualTo(new BigInteger("-9223372036854775809"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.1", "1.5", "-2.25", "1e3", "1E-3", "0.30000000000000004", "1.7976931348623157e308", "1.0"})
    void otherNumbersAreDoubles(String text) {
        assertThat(JsonNumber.parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1234567890123456789", "1e400", "1e-400", "123456789012345678.5", "1e9999"})
    void otherNumbersBeyondDoubleKeepTheirDigits(String text) {
        assertThat(JsonNumber.parse(text)).isEqualTo(new BigDecimal(text));
    }

    @Test
    void zeroKeepsItsSign() {
        assertThat(JsonNumber.parse("-0")).isEqualTo(-0.0);
        assertThat(JsonNumber.parse("-0.0")).isEqualTo(-0.0);
        assertThat(JsonNumber.parse("0.0")).isEqualTo(0.0);
    }

    @Test
    void exponentsOfFourDigitsAreReasonable() {
        assertThat(JsonNumber.isReasonable("1e9999")).isTrue();
        assertThat(JsonNumber.isReasonable("1e-9999")).isTrue();
        assertThat(JsonNumber.isReasonable("1E+10000")).isFalse();
        assertThat(JsonNumber.isReasonable("1e10000")).isFalse();
        assertThat(JsonNumber.isReasonable("123456789")).isTrue();
    }
}
