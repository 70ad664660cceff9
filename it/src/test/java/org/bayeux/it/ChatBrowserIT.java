package org.bayeux.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.Test;

/** The chat example in two windows of a real Chromium; the steps are {@code src/test/js/chat.browser.mjs}. */
@OnServer
class ChatBrowserIT {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();
    private static final Path HOME = Path.of("target", "it", "chromium").toAbsolutePath();

    @Test
    void twoWindowsChatWithEachOther(TestServer server) throws Exception {
        installChromiumWhereMissing();
        Files.createDirectories(SCREENSHOTS);
        server.deploy("chat", Path.of(System.getProperty("it.chat.war")));
        try {
            NodeTests.run(
                    "chat.browser.mjs",
                    Map.of(
                            "CHAT_URL", server.url() + "/chat/",
                            "SCREENSHOT_DIR", SCREENSHOTS.toString(),
                            "CHROMIUM", CHROMIUM.toString(),
                            // What Chromium keeps besides its profile belongs to the build, not to the user.
                            "XDG_CONFIG_HOME", HOME.toString(),
                            "XDG_CACHE_HOME", HOME.toString()),
                    240);
        } finally {
            server.undeploy("chat");
        }
    }

    private static void installChromiumWhereMissing() throws Exception {
        if (Files.isExecutable(CHROMIUM)) {
            return;
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
    }
}
