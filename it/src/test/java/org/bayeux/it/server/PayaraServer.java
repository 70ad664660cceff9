package org.bayeux.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The full Payara Server, which descends from GlassFish, deployed to by its administration commands. */
final class PayaraServer implements TestServer {

    private static final String DOMAIN = "domain";
    private static final long COMMAND_LIMIT_SECONDS = 180;

    private static final Pattern STARTED = Pattern.compile("startup time", Pattern.CASE_INSENSITIVE);
    private static final Pattern FAILED_TO_START =
            Pattern.compile("NCLS-CORE-00046|Address already in use|Could not bind");

    private final Path commands;
    private final Path directory;
    private final ServerChild child;
    private final int port;
    private final int adminPort;

    private PayaraServer(Path commands, Path directory, ServerChild child, int port, int adminPort) {
        this.commands = commands;
        this.directory = directory;
        this.child = child;
        this.port = port;
        this.adminPort = adminPort;
    }

    /** Starts the server unpacked in {@code home} with a domain of its own in {@code directory}; returns when it is up. */
    static PayaraServer start(Path home, Path directory, Path log) {
        try {
            Directories.delete(directory);
            Path domain = directory.resolve(DOMAIN).toAbsolutePath();
            Directories.copy(home.resolve("glassfish/domains/domain1"), domain);
            int port = FreePort.onLoopback();
            int adminPort = FreePort.onLoopback();
            Path configuration = domain.resolve("config/domain.xml");
            Files.writeString(configuration, alone(Files.readString(configuration, UTF_8), port, adminPort), UTF_8);
            Path commands =
                    home.resolve("glassfish/lib/client/appserver-cli.jar").toAbsolutePath();
            // It asks for the name and the passwords of the administrator, which are the usual ones.
            Path input = Files.writeString(directory.resolve("input"), "admin\n\n\n");
            ProcessBuilder server = command(commands, directory).redirectInput(input.toFile());
            ServerChild child = ServerChild.start(server, log, STARTED, FAILED_TO_START);
            return new PayaraServer(commands, directory, child, port, adminPort);
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
        String file = archive.toAbsolutePath().toString();
        if (file.endsWith(".ear")) {
            administrate("deploy", "--name", name, file);
        } else {
            administrate("deploy", "--name", name, "--contextroot", name, file);
        }
    }

    @Override
    public void undeploy(String name) {
        administrate("undeploy", name);
    }

    /** What was deployed is deployed again. */
    @Override
    public void restart() {
        child.stop();
        child.startAgain(List.of(STARTED), FAILED_TO_START);
    }

    @Override
    public ServerProcess process() {
        return child.process();
    }

    @Override
    public void close() {
        child.close();
        Directories.delete(directory);
    }

    /** The command that the server's own start script would run. */
    private static ProcessBuilder command(Path commands, Path directory) {
        String domains = directory.toAbsolutePath().toString();
        List<String> words = output(commands, "start-domain", "--dry-run", "--domaindir", domains, DOMAIN)
                .lines()
                .skip(2)
                .takeWhile(line -> !line.isEmpty())
                .toList();
        return JavaCommand.in(directory).add(words.toArray(String[]::new)).prepared();
    }

    private void administrate(String... words) {
        output(
                commands,
                Stream.concat(Stream.of("--port", Integer.toString(adminPort)), Stream.of(words))
                        .toArray(String[]::new));
    }

    private static String output(Path commands, String... words) {
        List<String> command = Stream.concat(
                        Stream.of(ServerKind.java().toString(), "-jar", commands.toString()), Stream.of(words))
                .toList();
        try {
            Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(run.getInputStream().readAllBytes(), UTF_8);
            if (!run.waitFor(COMMAND_LIMIT_SECONDS, TimeUnit.SECONDS) || run.exitValue() != 0) {
                throw new IllegalStateException(command + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, e);
        }
    }

    /** The configuration of a server that is not in the way of others: loopback only, free ports, no cluster, no shell. */
    private static String alone(String configuration, int port, int adminPort) throws IOException {
        String alone = configuration
                .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                .replace("port=\"8080\"", onLoopback(port))
                .replace("port=\"4848\"", onLoopback(adminPort))
                .replace("port=\"8181\"", onLoopback(FreePort.onLoopback()))
                .replace(
                        "<hazelcast-config-specific-configuration>",
                        "<hazelcast-config-specific-configuration enabled=\"false\">")
                .replaceAll("<jvm-options>-D(osgi\\.shell|org\\.glassfish\\.additionalOSGi)[^<]*</jvm-options>", "");
        for (String taken : List.of("3700", "3820", "3920", "8686", "7676")) {
            alone = alone.replace("port=\"" + taken + "\"", "port=\"" + FreePort.onLoopback() + "\"");
        }
        return alone;
    }

    private static String onLoopback(int port) {
        return "port=\"" + port + "\" address=\"127.0.0.1\"";
    }
}
