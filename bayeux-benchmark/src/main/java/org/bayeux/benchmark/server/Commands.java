package org.bayeux.benchmark.server;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How each server is started with the application, on a port of the loopback interface. */
final class Commands {

    /** Hazelcast would listen on all interfaces even without a cluster; connections are to be kept, as elsewhere. */
    private static final List<String> PAYARA_PRE_BOOT = List.of(
            "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false",
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address="
                    + "127.0.0.1",
            "set configs.config.server-config.network-config.protocols.protocol.http-listener.http.max-connections=-1");

    /** What WildFly's own start script opens to it. */
    private static final List<String> WILDFLY_EXPORTS = List.of(
            "java.desktop/sun.awt",
            "java.naming/com.sun.jndi.ldap",
            "java.naming/com.sun.jndi.url.ldap",
            "java.naming/com.sun.jndi.url.ldaps",
            "jdk.naming.dns/com.sun.jndi.dns");

    private static final List<String> WILDFLY_OPENS = List.of(
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

    private static final String LIBERTY_SERVER = "bench";
    private static final String NO_CHANNEL = "/none";
    private static final String SMALL_HEADERS = "64";
    private static final String USUAL_HEADERS = "1024";

    private final Installation installation;
    private final Path directory;
    private final int port;
    private final @Nullable Membership membership;

    /**
     * For one server.
     *
     * @param directory an empty one for what the server writes
     * @param membership the cluster that it is to be a node of; {@code null}: it works alone
     */
    Commands(Installation installation, Path directory, int port, @Nullable Membership membership) {
        this.installation = installation;
        this.directory = directory;
        this.port = port;
        this.membership = membership;
    }

    ProcessBuilder start(ServerKind kind) throws IOException {
        return switch (kind) {
            case PAYARA_MICRO -> payaraMicro();
            case WILDFLY -> wildFly();
            case OPEN_LIBERTY -> openLiberty();
            case COMETD -> cometd("1", USUAL_HEADERS);
            case COMETD_ALL_QUEUED -> cometd("0", USUAL_HEADERS);
            case COMETD_SMALL_HEADERS -> cometd("1", SMALL_HEADERS);
            case COMETD_OORT -> oort("1");
            case COMETD_OORT_ALL_QUEUED -> oort("0");
        };
    }

    private ProcessBuilder payaraMicro() throws IOException {
        Path preBoot = Files.write(directory.resolve("pre-boot.txt"), PAYARA_PRE_BOOT);
        return ours().add("-jar", installation.payaraMicro().toString())
                .add("--nocluster", "--port", Integer.toString(port))
                .add("--rootdir", directory.resolve("root").toString())
                .add("--prebootcommandfile", preBoot.toString())
                .add("--deploy", war(directory).toString())
                .prepared();
    }

    private ProcessBuilder wildFly() throws IOException {
        Path home = installation.wildFly();
        Directories.copy(home.resolve("standalone"), directory.resolve("standalone"));
        war(directory.resolve("standalone/deployments"));
        return ours().toUnnamed("add-exports", WILDFLY_EXPORTS)
                .toUnnamed("add-opens", WILDFLY_OPENS)
                .add("-Djboss.server.base.dir=" + directory.resolve("standalone"))
                .add("-Djboss.home.dir=" + home)
                .add("-Djboss.http.port=" + port)
                .add("-Djboss.https.port=" + FreePort.onLoopback())
                .add("-Djboss.management.http.port=" + FreePort.onLoopback())
                .add("-Djava.net.preferIPv4Stack=true")
                .add("-jar", home.resolve("jboss-modules.jar").toString())
                .add("-mp", home.resolve("modules").toString())
                .add("org.jboss.as.standalone", "-b", "127.0.0.1", "-bmanagement", "127.0.0.1")
                .prepared();
    }

    private ProcessBuilder openLiberty() throws IOException {
        Path home = installation.openLiberty();
        Path server = Files.createDirectories(directory.resolve("servers").resolve(LIBERTY_SERVER));
        Files.writeString(server.resolve("server.xml"), libertyConfiguration(), StandardCharsets.UTF_8);
        war(Files.createDirectories(server.resolve("dropins")));
        ProcessBuilder prepared = ours().add("@" + home.resolve("lib/platform/java/java9.options"))
                .add("-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"))
                .add("-jar", home.resolve("bin/tools/ws-server.jar").toString(), LIBERTY_SERVER)
                .prepared();
        prepared.environment().put("WLP_USER_DIR", directory.toString());
        prepared.environment()
                .put("WLP_OUTPUT_DIR", directory.resolve("servers").toString());
        return prepared;
    }

    private String libertyConfiguration() {
        return """
                <server>
                  <featureManager><feature>webProfile-10.0</feature><feature>concurrent-3.0</feature></featureManager>
                  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1">
                    <httpOptions maxKeepAliveRequests="-1"/>
                  </httpEndpoint>
                  <keyStore id="defaultKeyStore" password="changeit"/>
                </server>
                """.formatted(port);
    }

    private ProcessBuilder cometd(String messagesPerFrame, String headerCacheSize) throws IOException {
        return java().add("-cp", System.getProperty("java.class.path"), "org.bayeux.benchmark.peer.CometdPeer")
                .add(Integer.toString(port), messagesPerFrame, headerCacheSize)
                .prepared();
    }

    private ProcessBuilder oort(String messagesPerFrame) throws IOException {
        Command command = java().add("-cp", installation.oortClassPath(), "org.bayeux.benchmark.oort.OortPeer")
                .add(Integer.toString(port), messagesPerFrame, membership == null ? NO_CHANNEL : membership.channels());
        if (membership != null && !membership.others().isEmpty()) {
            command.add(membership.others().stream().map(URI::toString).collect(Collectors.joining(",")));
        }
        return command.prepared();
    }

    private Path war(Path into) throws IOException {
        return Archives.war(into.resolve("bench.war"), membership != null);
    }

    /** The nodes find each other by themselves on loopback. */
    private Command ours() throws IOException {
        return membership == null
                ? java()
                : java().add("-Dbayeux.oort.channels=" + membership.channels())
                        .add("-Dbayeux.oort.cloud=" + membership.cloud());
    }

    private Command java() throws IOException {
        return Command.in(directory, installation.heap());
    }
}
