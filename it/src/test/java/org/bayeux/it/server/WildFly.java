package org.bayeux.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** WildFly with its standard configuration, deployed to by its directory scanner. */
final class WildFly implements TestServer {

    private static final long START_LIMIT_SECONDS = 180;
    private static final long DEPLOY_LIMIT_SECONDS = 120;

    private static final Pattern STARTED = Pattern.compile("WFLYSRV0025");
    private static final Pattern FAILED_TO_START = Pattern.compile("WFLYSRV0026|WFLYSRV0056");

    /** What the server's own start script opens to it. */
    private static final List<String> EXPORTS = List.of(
            "java.desktop/sun.awt",
            "java.naming/com.sun.jndi.ldap",
            "java.naming/com.sun.jndi.url.ldap",
            "java.naming/com.sun.jndi.url.ldaps",
            "jdk.naming.dns/com.sun.jndi.dns");

    private static final List<String> OPENS = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming");

    private final Path directory;
    private final ServerChild child;
    private final int port;

    private WildFly(Path directory, ServerChild child, int port) {
        this.directory = directory;
        this.child = child;
        this.port = port;
    }

    /** Starts the server unpacked in {@code home} with files of its own in {@code directory}; returns when it is up. */
    static WildFly start(Path home, Path directory, Path log) {
        try {
            Directories.delete(directory);
            Directories.copy(home.resolve("standalone"), directory);
            scanOften(directory.resolve("configuration/standalone.xml"));
            int port = FreePort.onLoopback();
            ServerChild child = ServerChild.start(command(home, directory, port), log);
            WildFly server = new WildFly(directory, child, port);
            child.await(STARTED, FAILED_TO_START, START_LIMIT_SECONDS);
            return server;
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
        child.skip();
        try {
            Files.copy(archive, deployment(name), StandardCopyOption.REPLACE_EXISTING);
            Files.createFile(marker(name, "dodeploy"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        child.await(
                Pattern.compile("WFLYSRV0010: Deployed \"" + name + "\\.war\""),
                Pattern.compile("WFLYSRV0021|WFLYCTL0013|WFLYDS0007"),
                DEPLOY_LIMIT_SECONDS);
    }

    @Override
    public void undeploy(String name) {
        child.skip();
        try {
            Files.delete(marker(name, "deployed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        child.await(
                Pattern.compile("WFLYSRV0009: Undeployed \"" + name + "\\.war\""),
                Pattern.compile("WFLYDS0008"),
                DEPLOY_LIMIT_SECONDS);
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

    private Path deployment(String name) {
        return directory.resolve("deployments").resolve(name + ".war");
    }

    private Path marker(String name, String state) {
        return directory.resolve("deployments").resolve(name + ".war." + state);
    }

    /** Every 5 seconds would be most of the time of a test. */
    private static void scanOften(Path configuration) throws IOException {
        String text = Files.readString(configuration, UTF_8);
        Files.writeString(configuration, text.replace("scan-interval=\"5000\"", "scan-interval=\"200\""), UTF_8);
    }

    private static ProcessBuilder command(Path home, Path directory, int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.add("-XX:SoftRefLRUPolicyMSPerMB=0");
        EXPORTS.forEach(it -> command.add("--add-exports=" + it + "=ALL-UNNAMED"));
        OPENS.forEach(it -> command.add("--add-opens=" + it + "=ALL-UNNAMED"));
        command.add("-Djboss.server.base.dir=" + directory.toAbsolutePath());
        command.add("-Djboss.home.dir=" + home.toAbsolutePath());
        command.add("-Djboss.http.port=" + port);
        command.add("-Djboss.https.port=" + FreePort.onLoopback());
        command.add("-Djboss.management.http.port=" + FreePort.onLoopback());
        command.add("-Djava.net.preferIPv4Stack=true");
        command.addAll(List.of(
                "-jar", home.resolve("jboss-modules.jar").toAbsolutePath().toString()));
        command.addAll(List.of("-mp", home.resolve("modules").toAbsolutePath().toString()));
        command.addAll(List.of("org.jboss.as.standalone", "-b", "127.0.0.1", "-bmanagement", "127.0.0.1"));
        return new ProcessBuilder(command);
    }
}
