package org.bayeux.it.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bayeux.it.server.leash.Leash;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** The command line of a server's JVM, with what all of them have in common. Confined to one thread. */
final class JavaCommand {

    private final List<String> words = new ArrayList<>();

    private JavaCommand() {}

    /** The JDK of the run, and the 512 MB heap that the capacity promise is made for. */
    static JavaCommand in(Path directory) {
        return in(directory, Place.LOOPBACK);
    }

    /** The same, for a server that runs there. */
    static JavaCommand in(Path directory, Place place) {
        return new JavaCommand()
                .add(place.entrance().toArray(String[]::new))
                .add(ServerKind.java().toString(), "-Xmx512m")
                // Lets one full collection show what is really held: caches behind soft references are no leaks.
                .add("-XX:SoftRefLRUPolicyMSPerMB=0")
                .add("-javaagent:" + leash(directory) + "="
                        + ProcessHandle.current().pid());
    }

    JavaCommand add(String... more) {
        words.addAll(Arrays.asList(more));
        return this;
    }

    /** Adds {@code --option=target=ALL-UNNAMED} for each target. */
    JavaCommand toUnnamed(String option, Collection<String> targets) {
        targets.forEach(target -> words.add("--" + option + "=" + target + "=ALL-UNNAMED"));
        return this;
    }

    ProcessBuilder prepared() {
        return new ProcessBuilder(words);
    }

    private static Path leash(Path directory) {
        Path jar = directory.resolve("leash.jar").toAbsolutePath();
        ShrinkWrap.create(JavaArchive.class)
                .addClass(Leash.class)
                .setManifest(new StringAsset("Manifest-Version: 1.0\nPremain-Class: " + Leash.class.getName() + "\n"))
                .as(ZipExporter.class)
                .exportTo(jar.toFile(), true);
        return jar;
    }
}
