package org.bayeux.benchmark.micro;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Connection;
import org.bayeux.server.spi.Outlet;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.wire.MalformedMessageException;
import org.bayeux.wire.MessageArray;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A message from the text of its frame to the texts of its receivers' frames: matching, queueing, flushing. The heap is there
 * from the start: many channels let it grow, and it is not the first touch of memory that is to be measured.
 */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = {"-Xms3g", "-Xmx3g", "-Xmn600m", "-XX:+AlwaysPreTouch"})
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FanOutBenchmark {

    private static final String ROOM = "/chat/demo/42";
    private static final String CONNECT =
            "[{\"channel\":\"/meta/connect\",\"clientId\":\"%s\",\"connectionType\":\"websocket\"}]";

    /** How many clients are in the room; with 0 it is publishing alone. */
    @Param({"0", "1", "100"})
    private int receivers;

    /** How many other channels exist; the time must not depend on it. */
    @Param({"10", "10000", "1000000"})
    private int channels;

    /** Without limits on one publisher, which is faster than any; and nothing waits for more to come. */
    private final InMemoryServer server = InMemoryServer.start("maxMessageRate", "0", "maxFlushDelay", "0");

    private final List<Socket> room = new ArrayList<>();
    private Connection publisher = connection(new Socket());
    private String publication = "";
    private long bytes;
    private long published;

    /** Everybody joins. */
    @Setup(Level.Trial)
    public void join() throws MalformedMessageException {
        for (int i = 0; i < channels; i++) {
            server.bayeux().createChannelIfAbsent("/other/" + i, channel -> channel.setPersistent(true));
        }
        for (int i = 0; i < receivers; i++) {
            Socket socket = new Socket();
            Connection connection = connection(socket);
            String id = handshake(connection, socket);
            say(
                    connection,
                    "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"" + id + "\",\"subscription\":\"" + ROOM
                            + "\"}]");
            // The first connect is answered, the second one held.
            say(connection, CONNECT.formatted(id));
            say(connection, CONNECT.formatted(id));
            room.add(socket);
        }
        Socket socket = new Socket();
        publisher = connection(socket);
        publication = "[" + WireBenchmark.PUBLICATION.formatted(handshake(publisher, socket)) + "]";
        if (socket.last.contains("false")) {
            throw new IllegalStateException(socket.last);
        }
    }

    /** The server ends; figures of messages that nobody got are none. */
    @TearDown(Level.Trial)
    public void stop() {
        server.stop();
        if (!room.stream().allMatch(it -> it.texts > published)) {
            throw new IllegalStateException("not everybody got every message");
        }
    }

    /** One message, with the reply to its publisher. */
    @Benchmark
    public long publish() throws MalformedMessageException {
        published++;
        say(publisher, publication);
        return bytes;
    }

    private void say(Connection connection, String text) throws MalformedMessageException {
        connection.receive(server.engine().codec().parse(text));
    }

    private String handshake(Connection connection, Socket socket) throws MalformedMessageException {
        say(
                connection,
                "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\",\"supportedConnectionTypes\":[\"websocket\"]}]");
        String reply = socket.last;
        int from = reply.indexOf("\"clientId\":\"") + "\"clientId\":\"".length();
        return reply.substring(from, reply.indexOf('"', from));
    }

    private Connection connection(Outlet outlet) {
        return server.engine().open(ServerConfig.WEBSOCKET, context(), outlet);
    }

    /** A request of which nothing is known. */
    private static BayeuxContext context() {
        return (BayeuxContext) Proxy.newProxyInstance(
                FanOutBenchmark.class.getClassLoader(),
                new Class<?>[] {BayeuxContext.class},
                (proxy, method, values) -> {
                    if (method.getReturnType() == boolean.class) {
                        return false;
                    }
                    return method.getReturnType() == List.class ? List.of() : null;
                });
    }

    /** Takes every batch at once, and makes its bytes. */
    private final class Socket implements Outlet {

        private String last = "";
        private long texts;

        @Override
        public boolean isStreaming() {
            return true;
        }

        @Override
        public void write(Batch batch) {
            texts++;
            bytes += MessageArray.joinUtf8(batch.messages()).length;
            if (publication.isEmpty()) {
                last = batch.text();
            }
            batch.delivered();
        }

        @Override
        public void close() {}
    }
}
