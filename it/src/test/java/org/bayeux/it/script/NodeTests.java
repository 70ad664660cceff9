package org.bayeux.it.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a script of {@code src/test/js} by the test runner of Node.js. */
public final class NodeTests {

    private static final Path SCRIPTS = Path.of("target", "js");

    private NodeTests() {}

    /** Runs the script with more environment variables; fails with its output if one of its tests fails. */
    public static void run(String script, Map<String, String> environment, long limitSeconds) throws Exception {
        run(script, ".", environment, limitSeconds);
    }

    /** As above, but only those tests whose names the pattern finds. */
    public static void run(String script, String names, Map<String, String> environment, long limitSeconds)
            throws Exception {
        Path log = Path.of("target", "it", script + ".log").toAbsolutePath();
        Files.createDirectories(log.getParent());
        ProcessBuilder node = new ProcessBuilder(
                        "node", "--test", "--test-reporter=spec", "--test-name-pattern=" + names, script)
                .directory(SCRIPTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        node.environment().putAll(environment);
        Process process = start(node);
        try {
            boolean ended = process.waitFor(limitSeconds, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                String end = ended ? "failed" : "did not end within " + limitSeconds + " s";
                throw new AssertionError(script + " " + end + ":\n" + Files.readString(log, UTF_8));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Process start(ProcessBuilder node) throws IOException {
        try {
            return node.start();
        } catch (IOException e) {
            throw new IOException("the tests of the JavaScript clients need Node.js 20 or later on the PATH", e);
        }
    }
}
