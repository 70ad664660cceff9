package org.bayeux.it.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real browser of the scripts. */
public final class Browsers {

    /** What Chromium keeps besides its profile belongs to the build, not to the user. */
    private static final Path HOME = Path.of("target", "it", "chromium").toAbsolutePath();

    private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();
    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    private Browsers() {}

    /** Adds to environment variables of a script what it needs for Chromium, which is installed if it is missing. */
    public static Map<String, String> with(Map<String, String> variables) throws Exception {
        Map<String, String> all = new HashMap<>(variables);
        all.put("CHROMIUM", chromium().toString());
        all.put("SCREENSHOT_DIR", Files.createDirectories(SCREENSHOTS).toString());
        all.put("XDG_CONFIG_HOME", HOME.toString());
        all.put("XDG_CACHE_HOME", HOME.toString());
        return all;
    }

    private static Path chromium() throws Exception {
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
