package org.bayeux.it.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One thread with a selector for any number of connections to one server.
 *
 * <p>{@link #open} may be called from any thread; conversations are held on the reactor's own.
 */
final class Reactor implements AutoCloseable {

    private final InetSocketAddress server;
    private final Selector selector;
    private final Queue<Conversation> opening = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "load-reactor");

    private Reactor(InetSocketAddress server, Selector selector) {
        this.server = server;
        this.selector = selector;
    }

    /** Starts the thread. */
    static Reactor to(URI url) {
        try {
            Reactor reactor = new Reactor(new InetSocketAddress(url.getHost(), url.getPort()), Selector.open());
            reactor.thread.setDaemon(true);
            reactor.thread.start();
            return reactor;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a connection for the conversation, soon. */
    void open(Conversation conversation) {
        opening.add(conversation);
        selector.wakeup();
    }

    /** Closes all connections without a word and ends the thread. */
    @Override
    public void close() {
        try {
            selector.close();
            thread.join(10_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                for (Conversation next; (next = opening.poll()) != null; ) {
                    connect(next);
                }
                selector.select(key -> ((Link) key.attachment()).ready());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClosedSelectorException e) {
            // Closed between two rounds.
        }
    }

    private void connect(Conversation conversation) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(server);
        SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
        key.attach(new Link(key, conversation));
    }
}
