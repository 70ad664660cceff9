package org.bayeux.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.raw.RawWebSocket;
import org.bayeux.it.server.Capability;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.ServerKind;
import org.bayeux.it.server.TestServer;
import org.cometd.bayeux.Message;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server gets along with what else an application has, whatever its {@code beans.xml} says. */
@OnServer
@Over({Transport.LONG_POLLING, Transport.WEBSOCKET})
class NeighboursIT {

    private static final String NAME = "neighbours";
    private static final String PACKAGE = "org.bayeux.it.deploy.neighbours";

    private final TestServer server;

    NeighboursIT(TestServer server) {
        this.server = server;
    }

    @Test
    void applicationWithoutBeansXmlKeepsItsOwnEndpoints(@TempDir Path directory) throws Exception {
        WebArchive war = Packaging.war(NAME, PACKAGE);
        deployed(directory, Packaging.withParameter(war, "bayeux.path", "/by/context"), () -> {
            assertThatServicesAnswer("/by/context");
            assertThat(rest("/api/hello")).isEqualTo("hello by REST");
            try (RawWebSocket own = RawWebSocket.open(webSocket("/own"))) {
                own.send("Ann");
                assertThat(own.text()).isEqualTo("hello Ann");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "annotated"})
    void servicesAreFoundInEachModeWithBeans(String mode, @TempDir Path directory) throws Exception {
        deployed(directory, withBeansXml(mode), () -> assertThatServicesAnswer("/cometd"));
    }

    @Test
    void modeWithoutBeansHasAServerNevertheless(@TempDir Path directory) throws Exception {
        ServerKind.chosen().needs(Capability.RUNS_CDI_IN_MODE_NONE);
        deployed(directory, withBeansXml("none"), () -> {
            Path log = Path.of("target", "it", ServerKind.chosen().label() + ".log");
            assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
                    .contains("BYX-2009: " + PACKAGE + ".HelloService ");
            for (Connector connector : Connector.values()) {
                try (CometdClient client = CometdClient.connected(connector, url("/cometd"))) {
                    Inbox news = client.subscribe("/news");
                    client.publish("/news", "still heard");
                    assertThat(news.next().getData()).isEqualTo("still heard");
                }
            }
        });
    }

    private static WebArchive withBeansXml(String mode) {
        return Packaging.war(NAME, PACKAGE).addAsWebInfResource(new StringAsset("""
                <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="%s"/>
                """.formatted(mode)), "beans.xml");
    }

    private void assertThatServicesAnswer(String path) {
        for (Connector connector : Connector.values()) {
            try (CometdClient client = CometdClient.connected(connector, url(path))) {
                Message answer = client.call("hello", "Bob");
                assertThat(answer.isSuccessful()).isTrue();
                assertThat(answer.getData()).isEqualTo("hello Bob");
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

    private URI webSocket(String path) {
        return URI.create(url(path).toString().replaceFirst("^http", "ws"));
    }

    private void deployed(Path directory, WebArchive war, Check check) throws Exception {
        server.deploy(NAME, Packaging.write(directory, war));
        try {
            check.run();
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
