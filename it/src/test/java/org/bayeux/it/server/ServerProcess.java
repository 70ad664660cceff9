package org.bayeux.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Looks into a running JVM with the JDK's own {@code jcmd}, and lets it fail by signals, so that it works for every server.
 */
public final class ServerProcess {

    private static final Pattern OURS = Pattern.compile("\\tat org\\.bayeux\\.(?!it\\.)");

    private final long pid;

    ServerProcess(long pid) {
        this.pid = pid;
    }

    /** Stacks of the threads that execute our product's code, or what that code has called. */
    public List<String> threadsInOurCode() {
        return Arrays.stream(jcmd("Thread.print").split("\n\n"))
                .filter(stack -> OURS.matcher(stack).find())
                .toList();
    }

    /** Stacks of the threads that execute code of that package of ours, or what it has called. */
    public List<String> threadsIn(String packageName) {
        return threadsInOurCode().stream()
                .filter(stack -> stack.contains("\tat " + packageName + "."))
                .toList();
    }

    /** How many objects of the class survive a full collection, over all class loaders. */
    public long liveInstances(String className) {
        return jcmd("GC.class_histogram")
                .lines()
                .map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(className))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    /** By how many class loaders a class is loaded; asked behind {@link #liveInstances}, which collects those that went. */
    public long loadedCopies(String className) {
        long unused = liveInstances(className);
        return jcmd("VM.class_hierarchy " + className)
                .lines()
                .filter(line -> line.contains(className + "/"))
                .count();
    }

    /** Ends it as a power cut would: it cannot say or write anything any more. */
    public void kill() {
        signal("KILL");
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }

    /** Stops it in whatever it does, until it is {@linkplain #thaw thawed}. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        int result = run("kill", "-" + name, Long.toString(pid));
        if (result != 0) {
            throw new IllegalStateException("kill -" + name + " of " + pid + " ended with " + result);
        }
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command[0], e);
        }
    }

    private String jcmd(String command) {
        try {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process run = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(run.getInputStream().readAllBytes(), UTF_8);
            if (!run.waitFor(60, TimeUnit.SECONDS) || run.exitValue() != 0) {
                throw new IllegalStateException("jcmd " + command + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for jcmd", e);
        }
    }
}
