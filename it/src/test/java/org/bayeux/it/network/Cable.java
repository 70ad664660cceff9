package org.bayeux.it.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The network between clients and a server, which may be cut: connections break, and new ones break at once until it is
 * mended.
 *
 * <p>Thread-safe: {@code cut} and {@code server} are written before the open sockets are closed and read after a new one is
 * noted, so each is closed by one side or the other.
 */
public final class Cable implements AutoCloseable {

    private final ServerSocket entrance;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile URI server;

    private Cable(ServerSocket entrance, URI server) {
        this.entrance = entrance;
        this.server = server;
    }

    /** A way to the server of that address. */
    public static Cable to(URI server) {
        try {
            Cable cable = new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
            cable.threads.execute(cable::accept);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address that leads over this cable. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort() + server.getRawPath());
    }

    /** Breaks all connections. */
    public void cut() {
        cut = true;
        open.forEach(Cable::close);
    }

    /** Lets new connections through again. */
    public void mend() {
        cut = false;
    }

    /** Breaks all connections; new ones lead to another server. */
    public void leadTo(URI other) {
        server = other;
        open.forEach(Cable::close);
    }

    @Override
    public void close() {
        cut();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdown();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                URI now = server;
                Socket target = new Socket(now.getHost(), now.getPort());
                open.add(client);
                open.add(target);
                if (cut || server != now) {
                    close(client);
                    close(target);
                } else {
                    threads.execute(() -> copy(client, target));
                    threads.execute(() -> copy(target, client));
                }
            } catch (IOException e) {
                // The cable is closed, or the client has gone already.
            }
        }
    }

    private void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // Cut, or hung up.
        }
        close(from);
        close(to);
        open.remove(from);
        open.remove(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use either way.
        }
    }
}
