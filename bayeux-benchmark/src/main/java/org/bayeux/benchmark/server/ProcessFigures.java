package org.bayeux.benchmark.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM takes, seen from outside: Linux only. Immutable. */
public final class ProcessFigures {

    /** {@code USER_HZ}, which Linux promises to programs on all architectures that Java runs on. */
    private static final long TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+(\\d+)\\s+(\\d+)");

    private final long pid;

    /** Of the process of that number. */
    ProcessFigures(long pid) {
        this.pid = pid;
    }

    /** Processor time of all its threads so far, in user and kernel mode, in steps of 10 ms. */
    public Duration cpu() {
        String stat = read("stat");
        // The name of the program, in brackets, may contain blanks.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    /** How many threads it has. */
    public int threads() {
        Matcher threads = THREADS.matcher(read("status"));
        if (!threads.find()) {
            throw new IllegalStateException("no number of threads");
        }
        return Integer.parseInt(threads.group(1));
    }

    /** Collects garbage and counts what is left. */
    public Heap liveHeap() {
        String histogram = jcmd("GC.class_histogram");
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException("no histogram: " + histogram);
        }
        long ours = ROW.matcher(histogram)
                .results()
                .filter(row ->
                        row.group(3).startsWith("org.bayeux.") || row.group(3).startsWith("org.cometd."))
                .mapToLong(row -> Long.parseLong(row.group(2)))
                .sum();
        return new Heap(Long.parseLong(total.group(2)), ours);
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String jcmd(String command) {
        try {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process run = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(run.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Bytes of live objects.
     *
     * @param all of all classes
     * @param engine of the Bayeux server's own classes, without the JDK's objects that these hold
     */
    public record Heap(long all, long engine) {}
}
