package org.bayeux.benchmark.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.bayeux.server.spi.Ticker;

/**
 * One selector for any number of connections, turned by the thread that has something to do.
 *
 * <p>All connections share one buffer to read into: whoever gets bytes takes them at once. Confined to one thread.
 */
final class Reactor implements AutoCloseable {

    private static final int BUFFER = 256 * 1024;

    private final Selector selector;
    private final Ticker ticker;
    private final byte[] bytes = new byte[BUFFER];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private long arrival;
    private long received;
    private long sent;

    Reactor(Ticker ticker) {
        this.ticker = ticker;
        this.arrival = ticker.nanos();
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a connection for the conversation, which hears of it in one of the next turns. */
    Link open(InetSocketAddress server, Conversation conversation) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(server);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            Link link = new Link(this, key, conversation);
            key.attach(link);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves whatever is ready, waiting for that as long as told at most, in steps of milliseconds. */
    void turn(Duration limit) {
        try {
            if (limit.toMillis() > 0) {
                selector.select(Reactor::ready, limit.toMillis());
            } else {
                selector.selectNow(Reactor::ready);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The time, in nanoseconds of the clock of the run. */
    long now() {
        return ticker.nanos();
    }

    /** When the bytes that are being served were read. */
    long arrival() {
        return arrival;
    }

    /** Reads once; gives what came to the conversation and says whether the connection still stands. */
    boolean read(SocketChannel channel, Conversation conversation) throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        arrival = ticker.nanos();
        if (count > 0) {
            received += count;
            conversation.received(bytes, 0, count);
        }
        return count >= 0;
    }

    void wrote(int count) {
        sent += count;
    }

    Traffic traffic() {
        return new Traffic(sent, received);
    }

    /** Closes all connections without a word. */
    @Override
    public void close() {
        selector.keys().forEach(key -> ((Link) key.attachment()).close());
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ready(SelectionKey key) {
        ((Link) key.attachment()).ready();
    }
}
