package org.bayeux.benchmark.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The command line of a server's JVM, with what all of them have in common. Confined to one thread. */
final class Command {

    private final List<String> words = new ArrayList<>();

    private Command() {}

    /** The JDK of the tool, the same heap for all, and the agent that ends the server with the tool. */
    static Command in(Path directory, String heap) throws IOException {
        Files.createDirectories(directory.resolve("tmp"));
        return new Command()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .add("-Xms" + heap, "-Xmx" + heap)
                .add("-Djava.io.tmpdir=" + directory.resolve("tmp"))
                .add("-javaagent:" + Archives.agent(directory.resolve("leash.jar")) + "="
                        + ProcessHandle.current().pid());
    }

    Command add(String... more) {
        words.addAll(Arrays.asList(more));
        return this;
    }

    /** Adds {@code --option=target=ALL-UNNAMED} for each target. */
    Command toUnnamed(String option, Collection<String> targets) {
        targets.forEach(target -> words.add("--" + option + "=" + target + "=ALL-UNNAMED"));
        return this;
    }

    ProcessBuilder prepared() {
        return new ProcessBuilder(words);
    }
}
