package org.bayeux.it.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * The process of a server, which tells in its log what it does; may be started again after it was stopped.
 *
 * <p>It ends when this is closed, at the latest when the tests end: see {@link org.bayeux.it.server.leash.Leash}.
 * Confined to one thread.
 */
final class ServerChild implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration DEPLOY_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(150);

    private final ProcessBuilder prepared;
    private final Path log;
    private Process process;
    private int seen;

    private ServerChild(ProcessBuilder prepared, Path log, Process process) {
        this.prepared = prepared;
        this.log = log;
        this.process = process;
    }

    /** Starts what is prepared, with both outputs going to the log, which begins anew. */
    static ServerChild start(ProcessBuilder prepared, Path log, Pattern success, Pattern failure) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        Files.deleteIfExists(log);
        prepared.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        ServerChild child = new ServerChild(prepared, log, prepared.start());
        child.await(success, failure, START_LIMIT);
        return child;
    }

    /** Starts the same again, and waits for a line of each kind, in whatever order. */
    void startAgain(List<Pattern> successes, Pattern failure) {
        mark();
        int begun = seen;
        try {
            process = prepared.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Pattern success : successes) {
            seen = begun;
            await(success, failure, START_LIMIT);
        }
    }

    /**
     * Asks the process to end, as an operator does, and waits until it has.
     *
     * @throws IllegalStateException if it did not end by itself, and was made to
     */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw stuck();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the end of the process", e);
        }
    }

    /** Ends it, so that what comes next can begin anew. */
    private IllegalStateException stuck() throws InterruptedException {
        try {
            List<String> stacks = process().threadsInOurCode();
            return new IllegalStateException("did not stop within " + STOP_LIMIT + ", see " + log + ": " + stacks);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** What is in the log so far will not be taken for an answer. */
    void mark() {
        seen = text().length();
    }

    /** Writes a line to the input of the process. */
    void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits for a line that comes after the mark.
     *
     * @throws IllegalStateException if a line says that it failed, or the process ends
     */
    void awaitDeployment(Pattern success, Pattern failure) {
        await(success, failure, DEPLOY_LIMIT);
    }

    ServerProcess process() {
        return new ServerProcess(process.pid());
    }

    @Override
    public void close() {
        try {
            stop();
        } finally {
            process.destroyForcibly();
        }
    }

    private void await(Pattern success, Pattern failure, Duration limit) {
        String line = Awaitility.await(success.pattern())
                .atMost(limit)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> answer(success, failure), Optional::isPresent)
                .orElseThrow();
        mark();
        if (!success.matcher(line).find()) {
            throw new IllegalStateException("waited for " + success + ", see " + log + ": " + line);
        }
    }

    /** The first line that decides; the end of the process decides too. */
    private Optional<String> answer(Pattern success, Pattern failure) {
        boolean ended = !process.isAlive();
        return text().substring(seen)
                .lines()
                .filter(line ->
                        success.matcher(line).find() || failure.matcher(line).find())
                .findFirst()
                .or(() -> ended ? Optional.of("the process ended") : Optional.empty());
    }

    /** A character a byte, so that a text cut in the middle does no harm. */
    private String text() {
        try {
            return Files.readString(log, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
