package org.bayeux.benchmark.load;

/**
 * The mark in each message by which its arrival is recognised without parsing: when it was planned, and its number.
 *
 * <p>{@code ZT}, 16 hexadecimal digits of nanoseconds and 8 of the number. No server changes such a text, it is legal in
 * the id of a message, where CometD takes letters and digits only, and nothing else in the protocol contains a {@code Z}.
 */
final class Stamp {

    static final int PLANNED_DIGITS = 16;
    static final int DIGITS = PLANNED_DIGITS + 8;
    static final int LENGTH = 2 + DIGITS;

    private static final String HEX = "0123456789abcdef";

    private Stamp() {}

    static void append(StringBuilder text, long planned, int number) {
        text.append("ZT");
        hex(text, planned, PLANNED_DIGITS);
        hex(text, number, DIGITS - PLANNED_DIGITS);
    }

    private static void hex(StringBuilder text, long value, int digits) {
        for (int i = digits - 1; i >= 0; i--) {
            text.append(HEX.charAt((int) (value >>> (4 * i)) & 0xf));
        }
    }
}
