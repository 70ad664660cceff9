package org.bayeux.benchmark.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyScannerTest {

    private final Notes notes = new Notes();
    private final ReplyScanner scanner = new ReplyScanner(notes);

    @Test
    void aStampIsFoundWhereverItStands() {
        scan("[{\"channel\":\"/chat/demo/7\",\"data\":{\"text\":\"" + stamp(123_456_789_012L, 42) + "xxx\"}},"
                + "{\"data\":\"" + stamp(-1, 7) + "\",\"channel\":\"/chat/demo/8\"}]");

        assertThat(notes.found).containsExactly("delivered 123456789012 42", "delivered -1 7");
    }

    @Test
    void repliesAreToldByWhatTheySay() {
        scan("[{\"successful\":true,\"channel\":\"/meta/connect\",\"ext\":{\"ack\":12},\"id\":\"3\"},"
                + "{\"channel\":\"/chat/demo/7\",\"error\":\"403::no\",\"successful\":false}]");

        assertThat(notes.found).containsExactly("accepted", "connect", "acknowledge 12", "refused");
    }

    @Test
    void aHandshakeGivesItsClientId() {
        scan("[{\"channel\":\"/meta/handshake\",\"ext\":{\"ack\":true},\"clientId\":\"1a2b\",\"successful\":true}]");

        assertThat(notes.found).containsExactly("id 1a2b", "accepted");
    }

    @Test
    void theTextMayBeCutAnywhere() {
        String text = "[{\"channel\":\"/meta/connect\",\"clientId\":\"ab\",\"successful\":true},{\"data\":\""
                + stamp(5, 6) + "\"}]";

        for (char next : text.toCharArray()) {
            scan(String.valueOf(next));
        }

        assertThat(notes.found).containsExactly("connect", "id ab", "accepted", "delivered 5 6");
    }

    @Test
    void whatOnlyBeginsAlikeIsNothing() {
        scan("[{\"channel\":\"/meta/connected\",\"s\":\"successful\",\"text\":\"ZT12, Z and \\\"/meta/\"}]");

        assertThat(notes.found).isEmpty();
    }

    private void scan(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        scanner.scan(bytes, 0, bytes.length);
    }

    private static String stamp(long planned, int number) {
        StringBuilder text = new StringBuilder();
        Stamp.append(text, planned, number);
        return text.toString();
    }

    private static final class Notes implements Findings {

        private final List<String> found = new ArrayList<>();

        @Override
        public void delivered(long planned, int number) {
            found.add("delivered " + planned + " " + number);
        }

        @Override
        public void connectReplied() {
            found.add("connect");
        }

        @Override
        public void accepted() {
            found.add("accepted");
        }

        @Override
        public void refused() {
            found.add("refused");
        }

        @Override
        public void acknowledge(long batch) {
            found.add("acknowledge " + batch);
        }

        @Override
        public void clientId(String id) {
            found.add("id " + id);
        }
    }
}
