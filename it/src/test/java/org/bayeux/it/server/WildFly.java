package org.bayeux.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** WildFly with its standard configuration, deployed to by its directory scanner. */
final class WildFly implements TestServer {

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

    /** Users that the application knows, by Jakarta Security, but no realm of the server (see docs/servers.md). */
    private static final Pattern DOMAIN = Pattern.compile(
            "(?s)(<subsystem xmlns=\"urn:jboss:domain:undertow:.*?<application-security-domain [^/]*)/>");

    private final Path directory;
    private final ServerChild child;
    private final Place place;
    private final int port;
    private final int managementPort;

    private WildFly(Path directory, ServerChild child, Place place, int port, int managementPort) {
        this.directory = directory;
        this.child = child;
        this.place = place;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Starts the server unpacked in {@code home} with files of its own in {@code directory}; returns when it is up. */
    static WildFly start(Path home, Path directory, Path log, Place place) {
        try {
            Directories.delete(directory);
            Directories.copy(home.resolve("standalone"), directory);
            configure(directory.resolve("configuration/standalone.xml"));
            int port = FreePort.onLoopback();
            int management = FreePort.onLoopback();
            ServerChild child =
                    ServerChild.start(command(home, directory, place, port, management), log, STARTED, FAILED_TO_START);
            return new WildFly(directory, child, place, port, management);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI url() {
        return URI.create("http://" + place.address() + ":" + port);
    }

    @Override
    public URI readiness() {
        return URI.create("http://" + place.address() + ":" + managementPort + "/health/ready");
    }

    @Override
    public void deploy(String name, Path archive) {
        child.mark();
        Path target = directory.resolve("deployments").resolve(Archive.fileName(name, archive));
        try {
            Files.copy(archive, target, StandardCopyOption.REPLACE_EXISTING);
            Files.createFile(marker(target, "dodeploy"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        child.awaitDeployment(
                Pattern.compile("WFLYSRV0010: Deployed \"" + target.getFileName() + "\""),
                Pattern.compile("WFLYSRV0021|WFLYCTL0013|WFLYDS0007"));
        awaitMarker(target, "deployed");
    }

    @Override
    public void undeploy(String name) {
        child.mark();
        Path target = Archive.deployed(directory.resolve("deployments"), name);
        try {
            Files.delete(marker(target, "deployed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        child.awaitDeployment(
                Pattern.compile("WFLYSRV0009: Undeployed \"" + target.getFileName() + "\""),
                Pattern.compile("WFLYDS0008"));
        awaitMarker(target, "undeployed");
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

    /** The scanner writes it behind the words in the log, and needs it for what comes next. */
    private static void awaitMarker(Path deployment, String state) {
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(marker(deployment, state)));
    }

    private static Path marker(Path deployment, String state) {
        return deployment.resolveSibling(deployment.getFileName() + "." + state);
    }

    private static void configure(Path configuration) throws IOException {
        String text = Files.readString(configuration, UTF_8);
        // Every 5 seconds would be most of the time of a test; an archive without its marker is not complete.
        text = text.replace("scan-interval=\"5000\"", "scan-interval=\"200\" auto-deploy-zipped=\"false\"");
        // A thread of the pool keeps the first request it was made for, and its application, until it ends.
        text = text.replace(
                "<worker name=\"default\"/>",
                "<worker name=\"default\" task-core-threads=\"0\" task-keepalive=\"1000\"/>");
        // The health checks of applications, as standalone-microprofile.xml has them.
        text = text.replace(
                        "<extension module=\"org.wildfly.extension.health\"/>",
                        "<extension module=\"org.wildfly.extension.health\"/>"
                                + "<extension module=\"org.wildfly.extension.microprofile.health-smallrye\"/>")
                .replace(
                        "<subsystem xmlns=\"urn:wildfly:microprofile-jwt-smallrye:",
                        "<subsystem xmlns=\"urn:wildfly:microprofile-health-smallrye:3.0\" security-enabled=\"false\"/>"
                                + "<subsystem xmlns=\"urn:wildfly:microprofile-jwt-smallrye:");
        Files.writeString(configuration, DOMAIN.matcher(text).replaceFirst("$1 integrated-jaspi=\"false\"/>"), UTF_8);
    }

    private static ProcessBuilder command(Path home, Path directory, Place place, int port, int management)
            throws IOException {
        return JavaCommand.in(directory, place)
                .toUnnamed("add-exports", EXPORTS)
                .toUnnamed("add-opens", OPENS)
                .add("-Djboss.server.base.dir=" + directory.toAbsolutePath())
                .add("-Djboss.home.dir=" + home.toAbsolutePath())
                .add("-Djboss.http.port=" + port)
                .add("-Djboss.https.port=" + FreePort.onLoopback())
                .add("-Djboss.management.http.port=" + management)
                .add("-Djava.net.preferIPv4Stack=true")
                .add("-jar", home.resolve("jboss-modules.jar").toAbsolutePath().toString())
                .add("-mp", home.resolve("modules").toAbsolutePath().toString())
                .add("org.jboss.as.standalone", "-b", place.address(), "-bmanagement", place.address())
                .prepared();
    }
}
