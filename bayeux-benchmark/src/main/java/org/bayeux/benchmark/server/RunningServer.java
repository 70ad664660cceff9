package org.bayeux.benchmark.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bayeux.server.spi.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers handshakes.
 *
 * <p>It ends when this is closed, at the latest when the tool does: see {@link Leash}. Confined to one thread.
 */
public final class RunningServer implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final long TO_STOP_SECONDS = 30;
    private static final long POLL_MILLIS = 200;
    private static final String HANDSHAKE =
            "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\",\"supportedConnectionTypes\":[\"long-polling\"]}]";

    private final ServerKind kind;
    private final Process process;
    private final int port;
    private final Path log;

    private RunningServer(ServerKind kind, Process process, int port, Path log) {
        this.kind = kind;
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts it, and returns when it is up.
     *
     * @param name of its directory and log
     * @throws IllegalStateException if it does not come up in time
     */
    public static RunningServer start(ServerKind kind, String name, Installation installation) {
        return start(kind, name, null, installation);
    }

    /** The same as a node of a cluster. */
    static RunningServer start(
            ServerKind kind, String name, @Nullable Membership membership, Installation installation) {
        Path directory = installation.work().resolve(name);
        Path log = installation.work().resolve(name + ".log");
        try {
            Directories.delete(directory);
            Files.createDirectories(directory);
            int port = FreePort.onLoopback();
            Process process = new Commands(installation, directory, port, membership)
                    .start(kind)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            RunningServer server = new RunningServer(kind, process, port, log);
            server.awaitStart();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What runs there. */
    public ServerKind kind() {
        return kind;
    }

    /** Where clients connect by either transport. */
    public URI bayeux() {
        return at("/bench/cometd");
    }

    /** Where the bare fan-out over WebSockets is; the peer has none. */
    public URI bareSocket() {
        return at("/bench/bare-socket");
    }

    /** Where the bare held requests are; the peer has none. */
    public URI bareHold() {
        return at("/bench/bare-hold/poll");
    }

    /** Waits until the process ends by itself, or this thread is interrupted. */
    public void await() throws InterruptedException {
        process.waitFor();
    }

    /**
     * Lets time pass.
     *
     * @throws IllegalStateException if the process ends meanwhile
     */
    void watch(Duration length) {
        try {
            if (process.waitFor(length.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(kind.label() + " has ended, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + kind.label() + " was watched", e);
        }
    }

    /** What the process takes. */
    public ProcessFigures figures() {
        return new ProcessFigures(process.pid());
    }

    /** Ends the process; its log stays. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TO_STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private void awaitStart() {
        Ticker ticker = Ticker.system();
        long start = ticker.nanos();
        while (!answersHandshakes()) {
            if (!process.isAlive() || ticker.nanos() - start > TO_START.toNanos()) {
                close();
                throw new IllegalStateException(kind.label() + " did not start, see " + log);
            }
        }
    }

    /** Waits a little if it does not. */
    private boolean answersHandshakes() {
        try {
            HttpURLConnection connection = (HttpURLConnection) bayeux().toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.getOutputStream().write(HANDSHAKE.getBytes(StandardCharsets.UTF_8));
            if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
                return true;
            }
        } catch (IOException e) {
            // Not yet.
        }
        try {
            process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + kind.label() + " started", e);
        }
        return false;
    }
}
