package org.bayeux.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The real browser of the tests. */
final class Browsers {

    /** What Chromium keeps besides its profile belongs to the build, not to the user. */
    static final Path HOME = Path.of("target", "it", "chromium").toAbsolutePath();

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    private Browsers() {}

    /** Where Chromium is, which is installed if it is missing. */
    static Path chromium() throws Exception {
        if (Files.isExecutable(CHROMIUM)) {
            return CHROMIUM;
        }
        Path log = Path.of("target", "it", "apt-get.log").toAbsolutePath();
        Files.createDirectories(log.getParent());
        Process install = new ProcessBuilder("sh", "-c", "apt-get update && apt-get install -y chromium")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!install.waitFor(280, TimeUnit.SECONDS) || !Files.isExecutable(CHROMIUM)) {
            install.destroyForcibly();
            throw new IllegalStateException(
                    CHROMIUM + " is missing (set CHROMIUM), and apt-get did not install it:\n" + Files.readString(log));
        }
        return CHROMIUM;
    }
}
