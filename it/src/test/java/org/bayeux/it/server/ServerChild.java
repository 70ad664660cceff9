package org.bayeux.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The process of a server that tells on its output what it does. All of it goes to a log file too.
 *
 * <p>Not thread-safe, except that the output is drained by a thread of its own: a full pipe would stop the server.
 */
final class ServerChild implements AutoCloseable {

    private static final long STOP_LIMIT_SECONDS = 30;
    private static final String ENDED = "the process ended";

    private final Process process;
    private final Path log;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private ServerChild(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts what is prepared; both outputs are read. */
    static ServerChild start(ProcessBuilder prepared, Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        Process process = prepared.redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        ServerChild child = new ServerChild(process, log);
        Thread reader = new Thread(child::readLines, "output of " + log.getFileName());
        reader.setDaemon(true);
        reader.start();
        return child;
    }

    /** Forgets what has been said so far. */
    void skip() {
        lines.clear();
    }

    /**
     * Waits for a line.
     *
     * @throws IllegalStateException if the time is over, the process ends, or a line says that it failed
     */
    void await(Pattern success, Pattern failure, long seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try {
            String line;
            do {
                line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (line == null || line.equals(ENDED) || failure.matcher(line).find()) {
                    throw new IllegalStateException("waited for " + success + ", see " + log + ": " + line);
                }
            } while (!success.matcher(line).find());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + success, e);
        }
    }

    ServerProcess process() {
        return new ServerProcess(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void readLines() {
        try (BufferedReader output = process.inputReader(UTF_8);
                Writer copy = Files.newBufferedWriter(log)) {
            for (String line; (line = output.readLine()) != null; ) {
                copy.append(line).append('\n').flush();
                lines.add(line);
            }
            lines.add(ENDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
