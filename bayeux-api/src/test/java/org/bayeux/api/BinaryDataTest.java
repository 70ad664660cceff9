package org.bayeux.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BinaryDataTest {

    @Test
    void wholeArrayIsHandedOutWithoutCopying() {
        byte[] bytes = {1, 2, 3};

        BinaryData data = new BinaryData(bytes, true, null);

        assertThat(data.asBytes()).isSameAs(bytes);
        assertThat(data.asByteBuffer()).isEqualTo(ByteBuffer.wrap(bytes));
        assertThat(data.isLast()).isTrue();
        assertThat(data.getMetaData()).isEmpty();
    }

    @Test
    void onlyWhatRemainsInABufferBelongsToTheChunk() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {0, 1, 2, 3, 0}, 1, 3);

        BinaryData data = new BinaryData(buffer, false, null);

        assertThat(buffer.position()).isEqualTo(1);
        assertThat(data.asBytes()).containsExactly(1, 2, 3);
        assertThat(data.asByteBuffer().remaining()).isEqualTo(3);
        assertThat(data.isLast()).isFalse();
    }

    @Test
    void beginningOfAnArrayIsCopied() {
        BinaryData data = new BinaryData(ByteBuffer.wrap(new byte[] {1, 2, 0}, 0, 2), true, null);

        assertThat(data.asBytes()).containsExactly(1, 2);
    }

    @Test
    void directBufferIsReadAsArray() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(2).put((byte) 1).put((byte) 2);
        buffer.flip();

        BinaryData data = new BinaryData(buffer, true, null);

        assertThat(data.asBytes()).containsExactly(1, 2);
    }

    @Test
    void readersDoNotDisturbEachOther() {
        BinaryData data = new BinaryData(new byte[] {1, 2}, true, null);

        data.asByteBuffer().get();

        assertThat(data.asByteBuffer().remaining()).isEqualTo(2);
        assertThatThrownBy(() -> data.asByteBuffer().put((byte) 0)).isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void metaDataIsCopiedWithItsNulls() {
        Map<String, Object> meta = new HashMap<>();
        meta.put("fileName", "a.png");
        meta.put("comment", null);

        BinaryData data = new BinaryData(new byte[0], true, meta);
        meta.clear();

        assertThat(data.getMetaData()).containsEntry("fileName", "a.png").containsEntry("comment", null);
        assertThatThrownBy(() -> data.getMetaData().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void chunksAreEqualByContent() {
        BinaryData data = new BinaryData(new byte[] {1}, true, Map.of("a", 1));

        assertThat(data)
                .isEqualTo(new BinaryData(ByteBuffer.wrap(new byte[] {0, 1}, 1, 1), true, Map.of("a", 1)))
                .hasSameHashCodeAs(new BinaryData(new byte[] {1}, true, Map.of("a", 1)))
                .isNotEqualTo(new BinaryData(new byte[] {2}, true, Map.of("a", 1)))
                .isNotEqualTo(new BinaryData(new byte[] {1}, false, Map.of("a", 1)))
                .isNotEqualTo(new BinaryData(new byte[] {1}, true, null))
                .isNotEqualTo("1");
    }

    @Test
    void descriptionDoesNotShowTheContent() {
        assertThat(new BinaryData(new byte[] {1, 2}, true, Map.of("secret", "x")))
                .hasToString("2 bytes, last, with meta data");
        assertThat(new BinaryData(new byte[0], false, null)).hasToString("0 bytes");
    }
}
