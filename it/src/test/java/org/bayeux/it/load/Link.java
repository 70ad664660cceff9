package org.bayeux.it.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One connection of a reactor, with the bytes that wait in either direction. Confined to the reactor's thread. */
final class Link {

    private final SelectionKey key;
    private final SocketChannel channel;
    private final Conversation conversation;
    private ByteBuffer in = ByteBuffer.allocate(4096);
    private ByteBuffer out = ByteBuffer.allocate(0);

    Link(SelectionKey key, Conversation conversation) {
        this.key = key;
        this.channel = (SocketChannel) key.channel();
        this.conversation = conversation;
    }

    /** Sends now what the network takes, and the rest when it takes more. */
    void send(byte[] bytes) {
        ByteBuffer joined = ByteBuffer.allocate(out.remaining() + bytes.length);
        out = joined.put(out).put(bytes).flip();
        flush();
    }

    void close() {
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
                conversation.connected(this);
            } else if (key.isReadable()) {
                read();
            } else if (key.isWritable()) {
                flush();
            }
        } catch (IOException e) {
            lose(e.toString());
        }
    }

    private void read() throws IOException {
        if (!in.hasRemaining()) {
            in = ByteBuffer.allocate(in.capacity() * 2).put(in.flip());
        }
        if (channel.read(in) < 0) {
            lose("closed by the server");
            return;
        }
        in.flip();
        conversation.received(in);
        in.compact();
    }

    private void flush() {
        try {
            channel.write(out);
            key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        } catch (IOException e) {
            lose(e.toString());
        }
    }

    private void lose(String reason) {
        close();
        conversation.lost(reason);
    }
}
