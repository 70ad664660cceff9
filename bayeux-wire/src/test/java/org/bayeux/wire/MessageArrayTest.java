package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageArrayTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 10})
    void joinsThePiecesIntoOneArray(int count) throws IOException {
        List<BayeuxMessage> messages = IntStream.range(0, count)
                .mapToObj(i -> Wire.withData("{\"n\":" + i + ",\"t\":\"\u00e9\u4e2d\ud83d\ude00\"}"))
                .toList();
        messages.stream().filter(message -> messages.indexOf(message) % 2 == 0).forEach(BayeuxMessage::freeze);

        String text = MessageArray.joinText(messages);
        byte[] utf8 = MessageArray.joinUtf8(messages);

        assertThat(Wire.JSON.parse(text)).isEqualTo(messages);
        assertThat(text).startsWith("[").endsWith("]").doesNotContain(" ");
        assertThat(new String(utf8, StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(MessageArray.openUtf8(messages).readAllBytes()).isEqualTo(utf8);
        assertThat(MessageArray.utf8Length(messages)).isEqualTo(utf8.length);
    }
}
