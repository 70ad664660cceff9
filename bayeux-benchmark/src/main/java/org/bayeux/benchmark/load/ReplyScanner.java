package org.bayeux.benchmark.load;

import java.nio.charset.StandardCharsets;

/**
 * Finds in a stream of JSON the few things a load client must know, byte by byte and without parsing.
 *
 * <p>It keeps its place between calls, so that texts may be cut anywhere, and allocates nothing but client ids. It relies
 * on what all servers under test do: no blanks around colons. Confined to the reactor's thread.
 */
final class ReplyScanner {

    private static final byte[] SUCCESSFUL = ascii("successful\":");
    private static final byte[] CONNECT = ascii("/meta/connect\"");
    private static final byte[] CLIENT_ID = ascii("clientId\":\"");
    private static final byte[] ACK = ascii("ack\":");
    private static final byte[] NOTHING = {};

    private final Findings findings;
    private final StringBuilder id = new StringBuilder();
    private Place place = Place.OUTSIDE;
    private byte[] word = NOTHING;
    private int matched;
    private int digits;
    private long value;
    private int number;

    ReplyScanner(Findings findings) {
        this.findings = findings;
    }

    /** Reads {@code bytes} from {@code from} to {@code to}. */
    void scan(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte next = bytes[i];
            if (place != Place.OUTSIDE) {
                inside(next);
            } else if (next == '"') {
                place = Place.QUOTE;
            } else if (next == 'Z') {
                place = Place.MARK;
            }
        }
    }

    private void inside(byte next) {
        switch (place) {
            case QUOTE -> quoted(next);
            case WORD -> word(next);
            case ID -> id(next);
            case MARK -> mark(next);
            case STAMP -> stamp(next);
            case VERDICT -> verdict(next);
            case ACK_NUMBER -> ackNumber(next);
            case OUTSIDE -> outside(next);
        }
    }

    private void outside(byte next) {
        place = next == '"' ? Place.QUOTE : next == 'Z' ? Place.MARK : Place.OUTSIDE;
    }

    private void quoted(byte next) {
        switch (next) {
            case 's' -> begin(SUCCESSFUL);
            case '/' -> begin(CONNECT);
            case 'c' -> begin(CLIENT_ID);
            case 'a' -> begin(ACK);
            default -> outside(next);
        }
    }

    private void begin(byte[] expected) {
        place = Place.WORD;
        word = expected;
        matched = 1;
    }

    private void word(byte next) {
        if (next != word[matched]) {
            outside(next);
        } else if (++matched == word.length) {
            found();
        }
    }

    private void found() {
        if (word == SUCCESSFUL) {
            place = Place.VERDICT;
        } else if (word == CLIENT_ID) {
            place = Place.ID;
            id.setLength(0);
        } else if (word == ACK) {
            place = Place.ACK_NUMBER;
            digits = 0;
            value = 0;
        } else {
            place = Place.OUTSIDE;
            findings.connectReplied();
        }
    }

    private void verdict(byte next) {
        place = Place.OUTSIDE;
        if (next == 't') {
            findings.accepted();
        } else {
            findings.refused();
        }
    }

    /** A number, or {@code true} in the reply to a handshake. */
    private void ackNumber(byte next) {
        if (next >= '0' && next <= '9') {
            value = value * 10 + next - '0';
            digits++;
            return;
        }
        if (digits > 0) {
            findings.acknowledge(value);
        }
        outside(next);
    }

    private void id(byte next) {
        if (next == '"') {
            place = Place.OUTSIDE;
            findings.clientId(id.toString());
        } else {
            id.append((char) next);
        }
    }

    private void mark(byte next) {
        if (next == 'T') {
            place = Place.STAMP;
            digits = 0;
            value = 0;
            number = 0;
        } else {
            outside(next);
        }
    }

    private void stamp(byte next) {
        int digit = Character.digit(next, 16);
        if (digit < 0) {
            outside(next);
            return;
        }
        if (digits < Stamp.PLANNED_DIGITS) {
            value = value << 4 | digit;
        } else {
            number = number << 4 | digit;
        }
        if (++digits == Stamp.DIGITS) {
            place = Place.OUTSIDE;
            findings.delivered(value, number);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private enum Place {
        OUTSIDE,
        QUOTE,
        WORD,
        VERDICT,
        ACK_NUMBER,
        ID,
        MARK,
        STAMP
    }
}
