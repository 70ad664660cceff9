package org.bayeux.wire;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers of JSON text as Java numbers, without ever losing digits: {@code Long}, else {@code BigInteger}, for whole
 * numbers; {@code Double}, else {@code BigDecimal}, for others.
 */
final class JsonNumber {

    /** Longer numbers are refused: making a {@code BigDecimal} costs the square of the length. */
    private static final int MAX_LENGTH = 1000;

    /** Exponents with more digits are refused: {@code 1e999999999} fits in a line and fills the heap when computed. */
    private static final int MAX_EXPONENT_DIGITS = 4;

    private static final int SURELY_LONG = 18;

    private JsonNumber() {}

    /** Whether a number that is legal JSON is small enough to be handed to an application. */
    static boolean isReasonable(String text) {
        return text.length() <= MAX_LENGTH && exponentDigits(text) <= MAX_EXPONENT_DIGITS;
    }

    private static int exponentDigits(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == 'e' || c == 'E') {
                char sign = text.charAt(i + 1);
                return text.length() - (sign == '-' || sign == '+' ? i + 2 : i + 1);
            }
        }
        return 0;
    }

    static Number parse(String text) {
        if (!isWhole(text)) {
            return decimal(text);
        }
        if (text.length() > SURELY_LONG) {
            return whole(new BigInteger(text));
        }
        long value = Long.parseLong(text);
        // The sign of -0 is information too, and no long has it.
        return value == 0 && text.charAt(0) == '-' ? (Number) (-0.0) : (Number) value;
    }

    private static Number whole(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    private static Number decimal(String text) {
        BigDecimal exact = new BigDecimal(text);
        double nearest = Double.parseDouble(text);
        boolean same = Double.isFinite(nearest) && exact.compareTo(BigDecimal.valueOf(nearest)) == 0;
        return same ? (Number) nearest : exact;
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                return false;
            }
        }
        return true;
    }
}
