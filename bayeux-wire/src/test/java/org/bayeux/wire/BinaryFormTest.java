package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import java.util.Map;
import org.bayeux.api.BinaryData;
import org.junit.jupiter.api.Test;

class BinaryFormTest {

    private static final byte[] BYTES = HexFormat.of().parseHex("864fd26fb559f75b");

    private static BayeuxMessage carrying(BinaryData data) {
        BayeuxMessage message = Wire.CODEC.newMessage();
        message.setChannel("/a");
        message.setData(data);
        return message;
    }

    @Test
    void bytesAreAnObjectWithZ85() {
        BayeuxMessage message = carrying(new BinaryData(BYTES, false, Map.of("name", "a\"b")));
        message.getExt(true).put(BinaryData.EXT_NAME, Map.of());

        message.freeze();

        assertThat(Wire.JSON.parse(message.getJSON()))
                .isEqualTo(Map.of(
                        "channel", "/a",
                        "data", Map.of("data", "HelloWorld", "last", false, "meta", Map.of("name", "a\"b")),
                        "ext", Map.of("binary", Map.of())));
    }

    @Test
    void codeInTheSameProcessStillSeesTheBytes() {
        BinaryData data = new BinaryData(BYTES, true, null);
        BayeuxMessage message = carrying(data);
        message.getExt(true).put(BinaryData.EXT_NAME, Map.of());

        message.freeze();

        assertThat(message.getData()).isSameAs(data);
        assertThat(message.copy().getData()).isSameAs(data);
        assertThat(message.<BinaryData>dataAs(BinaryData.class)).isSameAs(data);
        assertThat(message.hasBinaryData()).isTrue();
    }

    @Test
    void bytesThatAreNotAnnouncedAreNotSent() {
        BayeuxMessage message = carrying(new BinaryData(BYTES, true, null));

        assertThatExceptionOfType(JsonWriteException.class)
                .isThrownBy(message::freeze)
                .withMessageContaining("BinaryExtension");
        assertThat(message.isFrozen()).isFalse();
    }

    @Test
    void receivedTextIsNotReadToSeeWhetherItIsBytes() {
        assertThat(Wire.withData("{\"data\":\"HelloWorld\",\"last\":true}").hasBinaryData())
                .isFalse();
    }
}
