package org.bayeux.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayeux.websocket.Messages.frame;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bayeux.server.config.ServerConfig;
import org.junit.jupiter.api.Test;

class FrameSplitterTest {

    private final Messages messages = new Messages();

    @Test
    void allMessagesShareOneFrameWithinTheLimits() {
        assertThat(texts(10, 1000, "1", "2", "3")).containsExactly(frame("1", "2", "3"));
    }

    @Test
    void frameHasNoMoreMessagesThanConfigured() {
        assertThat(texts(2, 1000, "1", "2", "3", "4", "5"))
                .containsExactly(frame("1", "2"), frame("3", "4"), frame("5"));
    }

    @Test
    void frameIsNoLongerThanConfigured() {
        int two = frame("1", "2").length();

        assertThat(texts(10, two, "1", "2", "3")).containsExactly(frame("1", "2"), frame("3"));
        assertThat(texts(10, two - 1, "1", "2")).containsExactly(frame("1"), frame("2"));
    }

    @Test
    void lengthIsCountedInBytes() {
        int two = frame("ä", "😀").getBytes(StandardCharsets.UTF_8).length;

        assertThat(texts(10, two, "ä", "😀")).containsExactly(frame("ä", "😀"));
        assertThat(texts(10, two - 1, "ä", "😀")).containsExactly(frame("ä"), frame("😀"));
    }

    @Test
    void oneMessageMayBeLonger() {
        String big = "x".repeat(100);

        assertThat(texts(10, 50, "1", big, "2")).containsExactly(frame("1"), frame(big), frame("2"));
    }

    @Test
    void allThatWaitsLeavesInOneFrameThatTheUsualClientAccepts() {
        assertThat(configured("maxQueue", "-1")).isEqualTo(new FrameSplitter(Integer.MAX_VALUE, 65_536));
        assertThat(configured("ws.maxMessageSize", "1000")).isEqualTo(new FrameSplitter(Integer.MAX_VALUE, 1_000));
    }

    @Test
    void fixedNumberOfMessagesCountsUpToTheLargestMessage() {
        assertThat(configured("ws.messagesPerFrame", "7")).isEqualTo(new FrameSplitter(7, 131_072));
    }

    @Test
    void lastFrameDeliversTheBatch() {
        List<Frame> frames = new FrameSplitter(1, 1000).split(messages.batch("1", "2", "3"));

        frames.get(0).delivered();
        frames.get(1).delivered();
        assertThat(messages.outcomes).isEmpty();
        frames.get(2).delivered();
        assertThat(messages.outcomes).containsExactly("123");
    }

    private static FrameSplitter configured(String name, String value) {
        ServerConfig config = ServerConfig.of(Map.of(name, value));
        return FrameSplitter.of(config.frames(), config.webSocket());
    }

    private List<String> texts(int messagesPerFrame, int maxBytes, String... data) {
        return new FrameSplitter(messagesPerFrame, maxBytes)
                .split(messages.batch(data)).stream().map(Frame::text).toList();
    }
}
