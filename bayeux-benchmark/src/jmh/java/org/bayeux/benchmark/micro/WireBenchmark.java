package org.bayeux.benchmark.micro;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.JsonContext;
import org.bayeux.wire.MalformedMessageException;
import org.bayeux.wire.MessageArray;
import org.bayeux.wire.MessageCodec;
import org.bayeux.wire.WireLimits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A published message of the load tool: read, encoded for its receivers, and joined with others. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WireBenchmark {

    static final String PUBLICATION = "{\"channel\":\"/chat/demo/42\",\"clientId\":\"%s\",\"id\":\"17\","
            + "\"data\":{\"user\":\"abcd\",\"text\":\"ZT00000000000000010000000a" + "x".repeat(50) + "\"}}";

    private static final int WAITING = 10;

    private final MessageCodec codec =
            new MessageCodec(JsonContext.load(WireBenchmark.class.getClassLoader()), WireLimits.DEFAULT);
    private final String text = "[" + PUBLICATION.formatted("0123456789abcdef") + "]";
    private List<BayeuxMessage> waiting = List.of();

    /** What waits for one client. */
    @Setup
    public void encode() throws MalformedMessageException {
        waiting = Collections.nCopies(WAITING, parseAndEncode());
    }

    /** The text of a frame becomes messages. */
    @Benchmark
    public List<BayeuxMessage> parse() throws MalformedMessageException {
        return codec.parse(text);
    }

    /** The same, and the message as its receivers get it. */
    @Benchmark
    public BayeuxMessage parseAndEncode() throws MalformedMessageException {
        BayeuxMessage message = codec.parse(text).get(0);
        message.stripToPublication();
        message.freeze();
        return message;
    }

    /** Ten encoded messages become one frame. */
    @Benchmark
    public byte[] join() {
        return MessageArray.joinUtf8(waiting);
    }

    /** What the bytes of a frame cost before they are read. */
    @Benchmark
    public byte[] textToBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
