package org.bayeux.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Open Liberty with the web profile, deployed to by its drop-in directory. */
final class OpenLiberty implements TestServer {

    private static final String NAME = "bayeux";
    private static final Pattern STARTED = Pattern.compile("CWWKF0011I");
    private static final Pattern FAILED_TO_START = Pattern.compile("CWWKE0005E|CWWKO0221E");

    private final Path directory;
    private final ServerChild child;
    private final Place place;
    private final int port;
    private final Set<String> deployed = new LinkedHashSet<>();

    private OpenLiberty(Path directory, ServerChild child, Place place, int port) {
        this.directory = directory;
        this.child = child;
        this.place = place;
        this.port = port;
    }

    /** Starts the server unpacked in {@code home} with files of its own in {@code directory}; returns when it is up. */
    static OpenLiberty start(Path home, Path directory, Path log, Place place) {
        try {
            Directories.delete(directory);
            int port = FreePort.onLoopback();
            Path server = directory.resolve("servers").resolve(NAME);
            Files.createDirectories(server.resolve("dropins"));
            Files.writeString(server.resolve("server.xml"), configuration(place, port));
            ServerChild child = ServerChild.start(command(home, directory, place), log, STARTED, FAILED_TO_START);
            return new OpenLiberty(server, child, place, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI url() {
        return URI.create("http://" + place.address() + ":" + port);
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
        child.awaitDeployment(deployed(name), Pattern.compile("CWWKZ0002E|CWWKZ0004E|CWWKZ0013E"));
        deployed.add(name);
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
        deployed.remove(name);
    }

    /** What was deployed is deployed again; a slow machine may have the server ready before that. */
    @Override
    public void restart() {
        child.stop();
        Stream<Pattern> all =
                Stream.concat(Stream.of(STARTED), deployed.stream().map(OpenLiberty::deployed));
        child.startAgain(all.toList(), FAILED_TO_START);
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

    private static Pattern deployed(String name) {
        return Pattern.compile("CWWKZ000[13]I.* " + name + " ");
    }

    private static String configuration(Place place, int port) {
        return """
                <server>
                  <featureManager><feature>webProfile-10.0</feature><feature>concurrent-3.0</feature><feature>mpConfig-3.1</feature><feature>mpHealth-4.0</feature></featureManager>
                  <httpEndpoint id="defaultHttpEndpoint" host="%s" httpPort="%d" httpsPort="-1"/>
                  <applicationMonitor pollingRate="200ms" updateTrigger="polled"/>
                  <keyStore id="defaultKeyStore" password="changeit"/>
                </server>
                """.formatted(place.address(), port);
    }

    private static ProcessBuilder command(Path home, Path directory, Place place) {
        Path tools = home.resolve("bin/tools").toAbsolutePath();
        // What the server's own start script opens to it.
        Path moduleOptions = home.resolve("lib/platform/java/java9.options").toAbsolutePath();
        ProcessBuilder prepared = JavaCommand.in(directory, place)
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
