package org.bayeux.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/** Open Liberty with the web profile, deployed to by its drop-in directory. */
final class OpenLiberty implements TestServer {

    private static final String NAME = "bayeux";
    private static final Pattern STARTED = Pattern.compile("CWWKF0011I");
    private static final Pattern FAILED_TO_START = Pattern.compile("CWWKE0005E|CWWKO0221E");

    private final Path directory;
    private final ServerChild child;
    private final int port;

    private OpenLiberty(Path directory, ServerChild child, int port) {
        this.directory = directory;
        this.child = child;
        this.port = port;
    }

    /** Starts the server unpacked in {@code home} with files of its own in {@code directory}; returns when it is up. */
    static OpenLiberty start(Path home, Path directory, Path log) {
        try {
            Directories.delete(directory);
            int port = FreePort.onLoopback();
            Path server = directory.resolve("servers").resolve(NAME);
            Files.createDirectories(server.resolve("dropins"));
            Files.writeString(server.resolve("server.xml"), configuration(port));
            ServerChild child = ServerChild.start(command(home, directory), log, STARTED, FAILED_TO_START);
            return new OpenLiberty(server, child, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void deploy(String name, Path archive) {
        child.mark();
        Path target = directory.resolve("dropins").resolve(Archive.fileName(name, archive));
        try {
            // A file that is still being written would be deployed: it appears whole or not at all.
            Path whole = Files.copy(archive, directory.resolve(name + ".war.new"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        child.awaitDeployment(
                Pattern.compile("CWWKZ000[13]I.* " + name + " "), Pattern.compile("CWWKZ0002E|CWWKZ0004E|CWWKZ0013E"));
    }

    @Override
    public void undeploy(String name) {
        child.mark();
        try {
            Files.delete(Archive.deployed(directory.resolve("dropins"), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        child.awaitDeployment(Pattern.compile("CWWKZ0009I.* " + name + " "), Pattern.compile("CWWKZ0010E"));
    }

    /** What was deployed is deployed again. */
    @Override
    public void restart() {
        child.stop();
        child.startAgain(STARTED, FAILED_TO_START);
    }

    @Override
    public ServerProcess process() {
        return child.process();
    }

    @Override
    public void close() {
        child.close();
        Directories.delete(directory.getParent().getParent());
    }

    private static String configuration(int port) {
        return """
                <server>
                  <featureManager><feature>webProfile-10.0</feature><feature>concurrent-3.0</feature><feature>mpConfig-3.1</feature><feature>mpHealth-4.0</feature></featureManager>
                  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
                  <applicationMonitor pollingRate="200ms" updateTrigger="polled"/>
                  <keyStore id="defaultKeyStore" password="changeit"/>
                </server>
                """.formatted(port);
    }

    private static ProcessBuilder command(Path home, Path directory) {
        Path tools = home.resolve("bin/tools").toAbsolutePath();
        // What the server's own start script opens to it.
        Path moduleOptions = home.resolve("lib/platform/java/java9.options").toAbsolutePath();
        ProcessBuilder prepared = JavaCommand.in(directory)
                .add("@" + moduleOptions, "-javaagent:" + tools.resolve("ws-javaagent.jar"))
                .add("-jar", tools.resolve("ws-server.jar").toString(), NAME)
                .prepared();
        prepared.environment().put("WLP_USER_DIR", directory.toAbsolutePath().toString());
        prepared.environment()
                .put(
                        "WLP_OUTPUT_DIR",
                        directory.resolve("servers").toAbsolutePath().toString());
        return prepared;
    }
}
