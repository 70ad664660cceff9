package org.bayeux.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseReaderTest {

    private final FrameReaderTest.Texts bodies = new FrameReaderTest.Texts();
    private final List<Integer> statuses = new ArrayList<>();
    private final ResponseReader reader = new ResponseReader(bodies, (status, text, lowerCase) -> statuses.add(status));

    @Test
    void aBodyEndsWhereItsLengthSays() {
        read("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\noneHTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n");

        assertThat(statuses).containsExactly(200, 400);
        assertThat(bodies.complete).containsExactly("one", "");
    }

    @Test
    void chunksAreOneBodyHoweverTheyAreCut() {
        String response =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\none, \r\na\r\ntwo, three\r\n0\r\n\r\n";

        for (char next : (response + response).toCharArray()) {
            read(String.valueOf(next));
        }

        assertThat(bodies.complete).containsExactly("one, two, three", "one, two, three");
    }

    private void read(String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        reader.read(bytes, 0, bytes.length);
    }
}
