package org.bayeux.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.bayeux.it.server.payara.PayaraHost;

/** Payara Micro without cluster, with the 512 MB heap that the capacity promise is made for. */
final class PayaraMicro implements TestServer {

    private static final Pattern STARTED = answer("started");
    private static final Pattern FAILED = Pattern.compile("^Exception in thread \"main\"");

    /** Hazelcast would listen on all interfaces even without a cluster; HTTP must stay on loopback. */
    private static final String PRE_BOOT = """
            set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=%s
            """;

    private final Path directory;
    private final ServerChild child;
    private final Place place;
    private final int port;
    private final Map<String, Path> deployed = new LinkedHashMap<>();

    private PayaraMicro(Path directory, ServerChild child, Place place, int port) {
        this.directory = directory;
        this.child = child;
        this.place = place;
        this.port = port;
    }

    /** Starts a server that keeps its files in {@code directory} and its log in {@code log}; returns when it is up. */
    static PayaraMicro start(Path directory, Path log, Place place) {
        try {
            int port = FreePort.onLoopback();
            Directories.delete(directory);
            Files.createDirectories(directory.resolve("tmp"));
            ServerChild child = ServerChild.start(command(directory, place, port), log, STARTED, FAILED);
            return new PayaraMicro(directory, child, place, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI url() {
        return URI.create("http://" + place.address() + ":" + port);
    }

    @Override
    public void deploy(String name, Path war) {
        child.mark();
        child.tell("deploy " + name + " " + war.toAbsolutePath());
        child.awaitDeployment(answer("deployed"), answer("refused"));
        deployed.put(name, war);
    }

    @Override
    public void undeploy(String name) {
        child.mark();
        child.tell("undeploy " + name);
        child.awaitDeployment(answer("undeployed"), FAILED);
        deployed.remove(name);
    }

    /** This server forgets what it had when it ends as it should, so that is deployed again from here. */
    @Override
    public void restart() {
        child.stop();
        child.startAgain(List.of(STARTED), FAILED);
        Map.copyOf(deployed).forEach(this::deploy);
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

    private static Pattern answer(String text) {
        return Pattern.compile(Pattern.quote(PayaraHost.MARK + text));
    }

    private static ProcessBuilder command(Path directory, Place place, int port) throws IOException {
        Path jar = codeSource(fish.payara.micro.PayaraMicro.class);
        Path preBoot = Files.writeString(directory.resolve("pre-boot.txt"), PRE_BOOT.formatted(place.address()));
        return moduleOptions(JavaCommand.in(directory, place), jar)
                .add("-Djava.io.tmpdir=" + directory.resolve("tmp").toAbsolutePath())
                .add("-cp", jar + ":" + hostAlone(directory), PayaraHost.class.getName())
                .add("--nocluster", "--port", Integer.toString(port))
                // Few, so that thousands of held connects prove that none of them has one.
                .add("--maxhttpthreads", "50")
                .add("--rootdir", directory.resolve("root").toAbsolutePath().toString())
                .add("--prebootcommandfile", preBoot.toAbsolutePath().toString())
                .prepared();
    }

    /** The exports and opens of the manifest, which the JVM reads only when it is started with {@code -jar}. */
    private static JavaCommand moduleOptions(JavaCommand command, Path jar) throws IOException {
        try (JarFile archive = new JarFile(jar.toFile())) {
            Attributes manifest = archive.getManifest().getMainAttributes();
            for (String kind : List.of("Exports", "Opens")) {
                command.toUnnamed(
                        "add-" + kind.toLowerCase(Locale.ROOT),
                        List.of(manifest.getValue("Add-" + kind).split(" ")));
            }
            return command;
        }
    }

    private static Path hostAlone(Path directory) throws IOException {
        String file = PayaraHost.class.getName().replace('.', '/') + ".class";
        Path root = directory.resolve("host").toAbsolutePath();
        Path target = root.resolve(file);
        Files.createDirectories(target.getParent());
        try (InputStream bytes = PayaraHost.class.getResourceAsStream("/" + file)) {
            Files.copy(bytes, target);
        }
        return root;
    }

    private static Path codeSource(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
