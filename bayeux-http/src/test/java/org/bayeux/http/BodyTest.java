package org.bayeux.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.JakartaJsonContext;
import org.bayeux.wire.MessageArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers have for a body. */
class BodyTest {

    @ParameterizedTest
    @ValueSource(ints = {1, Body.SHORT, 100_000})
    void isTheArrayOfItsMessages(int size) throws IOException {
        List<BayeuxMessage> messages = List.of(message("\u00e9".repeat(size)), message("\ud83d lone"), message("last"));

        Body body = Body.of(messages);

        byte[] expected = MessageArray.joinUtf8(messages);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        body.writeTo(written);
        assertThat(body.length()).isEqualTo(expected.length);
        assertThat(body.open().readAllBytes()).isEqualTo(expected);
        assertThat(written.toByteArray()).isEqualTo(expected);
    }

    @Test
    void clientsThatAreSlowShareTheBytesOfALargeMessage() throws IOException {
        BayeuxMessage large = message("x".repeat(8_000_000));
        List<InputStream> leaving = new ArrayList<>();

        // Together more than the heap has.
        for (int client = 0; client < 1_000; client++) {
            InputStream body =
                    Body.of(List.of(message("for client " + client), large)).open();
            assertThat(body.readNBytes(1_000)).hasSize(1_000);
            leaving.add(body);
        }

        assertThat(leaving.get(0).readNBytes(8_000_000)).hasSizeGreaterThan(7_900_000);
        assertThat(leaving).hasSize(1_000);
    }

    private static BayeuxMessage message(String data) {
        BayeuxMessage message = new BayeuxMessage(new JakartaJsonContext());
        message.setChannel("/a");
        message.setData(data);
        message.freeze();
        return message;
    }
}
