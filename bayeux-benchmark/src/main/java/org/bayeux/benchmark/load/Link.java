package org.bayeux.benchmark.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One connection of a reactor, with the bytes that wait to be sent. Confined to the reactor's thread. */
final class Link {

    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    private final Reactor reactor;
    private final SelectionKey key;
    private final SocketChannel channel;
    private final Conversation conversation;
    private ByteBuffer out = EMPTY;
    private boolean open = true;

    Link(Reactor reactor, SelectionKey key, Conversation conversation) {
        this.reactor = reactor;
        this.key = key;
        this.channel = (SocketChannel) key.channel();
        this.conversation = conversation;
    }

    /** Sends now what the network takes, and the rest when it takes more; {@code bytes} belong to the link then. */
    void send(byte[] bytes) {
        if (!open) {
            return;
        }
        out = out.hasRemaining()
                ? ByteBuffer.allocate(out.remaining() + bytes.length)
                        .put(out)
                        .put(bytes)
                        .flip()
                : ByteBuffer.wrap(bytes);
        if (channel.isConnected()) {
            try {
                flush();
            } catch (IOException e) {
                lose(e.toString());
            }
        }
    }

    /** Hangs up; the conversation is not told. */
    void close() {
        open = false;
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is lost: the connection is over either way.
        }
    }

    void ready() {
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                key.interestOps(SelectionKey.OP_READ);
                conversation.connected();
                flush();
                return;
            }
            if (key.isWritable()) {
                flush();
            }
            if (key.isReadable() && !reactor.read(channel, conversation)) {
                lose("closed by the server");
            }
        } catch (IOException e) {
            lose(e.toString());
        }
    }

    private void flush() throws IOException {
        if (!open) {
            return;
        }
        if (out.hasRemaining()) {
            reactor.wrote(channel.write(out));
        }
        int wanted = out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    private void lose(String reason) {
        close();
        conversation.lost(reason);
    }
}
