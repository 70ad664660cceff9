package org.bayeux.it.watched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that watches the server finds the libraries of server and application, and misses none. */
@OnServer
@Over({Transport.LONG_POLLING, Transport.WEBSOCKET})
class ObservabilityIT {

    private static final String NAME = "watched";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final List<String> LIBRARIES =
            List.of("micrometer-", "HdrHistogram", "LatencyUtils", "opentelemetry-");

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestServer server;
    private final TestApplication app;

    ObservabilityIT(TestServer server) {
        this.server = server;
        this.app = new TestApplication(server, NAME);
    }

    @Test
    void librariesInTheApplicationAreFound(@TempDir Path directory) throws Exception {
        server.deploy(NAME, war(directory, "org.bayeux.it.watched.app", LIBRARIES));
        try (CometdClient polling = CometdClient.connected(Connector.LONG_POLLING, app.bayeux());
                CometdClient socket = CometdClient.connected(Connector.WEBSOCKET, app.bayeux())) {
            socket.subscribe("/traced");
            polling.publish("/traced", Map.of("n", 1));

            assertThat(get("/watch/meters?name=bayeux.sessions")).isEqualTo("/watched 2.0");
            assertThat(get("/watch/meters?name=bayeux.messages.published")).isEqualTo("/watched 1.0");
            await().untilAsserted(() -> {
                assertThat(get("/watch/meters?name=bayeux.publish.flush")).isEqualTo("/watched 1.0");
                assertThat(get("/watch/spans")).contains(" publish ").contains("/traced");
            });
        } finally {
            server.undeploy(NAME);
        }
    }

    @Test
    void aMessageGoesOnWithTheTraceThatItNames(@TempDir Path directory) throws Exception {
        server.deploy(NAME, war(directory, "org.bayeux.it.watched.app", LIBRARIES));
        try (CometdClient client = CometdClient.connected(Connector.WEBSOCKET, app.bayeux())) {
            client.unwrap().addExtension(new TraceParent("00-" + TRACE + "-b7ad6b7169203331-01"));

            client.publish("/traced", Map.of("n", 1));

            await().untilAsserted(() -> assertThat(get("/watch/spans")).contains(TRACE + " publish "));
        } finally {
            server.undeploy(NAME);
        }
    }

    @Test
    void withoutThemTheJarDoesNoHarm(@TempDir Path directory) {
        server.deploy(NAME, war(directory, "org.bayeux.it.app", List.of()));
        try (CometdClient client = CometdClient.connected(Connector.LONG_POLLING, app.bayeux())) {
            assertThat(client.publish("/plain", Map.of("n", 1)).isSuccessful()).isTrue();
        } finally {
            server.undeploy(NAME);
        }
    }

    @Test
    void theServerIsReadyWhileTheApplicationIsDeployed(@TempDir Path directory) throws Exception {
        server.deploy(NAME, war(directory, "org.bayeux.it.app", List.of()));
        try {
            await().untilAsserted(() ->
                    assertThat(text(server.readiness())).contains("bayeux").contains("/watched/cometd"));
        } finally {
            server.undeploy(NAME);
        }
        await().untilAsserted(() -> assertThat(text(server.readiness())).doesNotContain("/watched/cometd"));
    }

    private static Path war(Path directory, String classes, List<String> libraries) {
        File plain = Archive.war(directory, "plain", List.of(classes)).toFile();
        WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, plain);
        war.addAsLibrary(Archive.jar("bayeux-observability"));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(jar -> libraries.stream().anyMatch(jar.getName()::startsWith))
                .forEach(war::addAsLibraries);
        File file = directory.resolve(NAME + ".war").toFile();
        war.as(ZipExporter.class).exportTo(file, true);
        return file.toPath();
    }

    private String get(String path) throws IOException, InterruptedException {
        return text(URI.create(app.url() + path));
    }

    private String text(URI url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                .body();
    }
}
