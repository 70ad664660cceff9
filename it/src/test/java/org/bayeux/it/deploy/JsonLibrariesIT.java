package org.bayeux.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestServer;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects of applications are JSON by the rules of JSON-B or Jackson, also where the server has its own Jackson. */
@OnServer
class JsonLibrariesIT {

    private static final String NAME = "offers";

    private final TestServer server;

    JsonLibrariesIT(TestServer server) {
        this.server = server;
    }

    @Test
    void jsonbHasAdaptersAndSerializersOfTheApplication(@TempDir Path directory) {
        WebArchive war = Packaging.war(NAME, "org.bayeux.it.deploy.jsonb");
        deployed(directory, war, () -> assertThatOffersAreRead("[tea]"));
    }

    @Test
    void jacksonIsTakenBecauseItIsThereAndHasModulesOfTheApplication(@TempDir Path directory) {
        deployed(directory, withJackson(), () -> {
            assertThatOffersAreRead("tea");
            assertThat(rest("/api/offer")).isEqualTo("{\"count\":1}");
        });
    }

    private static WebArchive withJackson() {
        WebArchive war = Packaging.war(NAME, "org.bayeux.it.deploy.jackson")
                .addAsLibrary(Archive.jar("bayeux-jackson"))
                .addAsResource(
                        new StringAsset("org.bayeux.it.deploy.jackson.MoneyModule\n"),
                        "META-INF/services/com.fasterxml.jackson.databind.Module");
        Archive.libraries("com/fasterxml/jackson/").forEach(war::addAsLibrary);
        return war;
    }

    private void assertThatOffersAreRead(String label) {
        Map<String, Object> offer = Map.of("what", label, "price", "150 ct", "until", "2030-12-31");
        for (Connector connector : Connector.values()) {
            try (CometdClient client = CometdClient.connected(connector, url("/cometd"))) {
                assertThat(client.call("seen", offer).getData()).isEqualTo("tea 150 2030-12-31");
                assertThat(client.call("double", offer).getDataAsMap())
                        .containsEntry("what", label)
                        .containsEntry("price", "300 ct")
                        .containsEntry("until", "2031-01-01");
            }
        }
    }

    private String rest(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private URI url(String path) {
        return URI.create(server.url() + "/" + NAME + path);
    }

    private void deployed(Path directory, WebArchive war, Check check) {
        server.deploy(NAME, Packaging.write(directory, war));
        try {
            check.run();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            server.undeploy(NAME);
        }
    }

    /** What is to be true of a deployed application. */
    @FunctionalInterface
    private interface Check {

        void run() throws Exception;
    }
}
