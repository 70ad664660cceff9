package org.bayeux.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.server.Capability;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.ServerKind;
import org.bayeux.it.server.TestServer;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The web applications of an EAR have a server each: nothing of one is seen in the other. */
@OnServer
@Over({Transport.LONG_POLLING, Transport.WEBSOCKET})
class EarIT {

    private static final String PART = "org.bayeux.it.deploy.part";
    private static final String ANNEX = "org.bayeux.it.deploy.annex";

    private static final String NAME = "shop";
    private static final String FRONT = "front";
    private static final String BACK = "back";

    private final TestServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    EarIT(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void earsAreTaken() {
        ServerKind.chosen().needs(Capability.TAKES_EARS);
    }

    @Test
    void webApplicationsWithTheSamePathHaveAServerEach(@TempDir Path directory) throws Exception {
        deployed(Packaging.ear(directory, NAME, Packaging.war(FRONT, PART), Packaging.war(BACK, PART, ANNEX)), () -> {
            assertThatNothingLeaks("/cometd", "/cometd");
        });
    }

    @Test
    void webApplicationsWithDifferentPathsHaveAServerEach(@TempDir Path directory) throws Exception {
        WebArchive back = Packaging.withParameter(Packaging.war(BACK, PART, ANNEX), "bayeux.path", "/of/back");
        deployed(Packaging.ear(directory, NAME, Packaging.war(FRONT, PART), back), () -> {
            assertThatNothingLeaks("/cometd", "/of/back");
        });
    }

    @Test
    void webApplicationsThatShareTheLibraryHaveAServerEach(@TempDir Path directory) throws Exception {
        WebArchive back =
                Packaging.withParameter(Packaging.transportsOnly(BACK, PART, ANNEX), "bayeux.path", "/of/back");
        deployed(Packaging.sharingEar(directory, NAME, Packaging.transportsOnly(FRONT, PART), back), () -> {
            assertThatNothingLeaks("/cometd", "/of/back");
        });
    }

    private void assertThatNothingLeaks(String frontPath, String backPath) throws Exception {
        for (Connector connector : Connector.values()) {
            try (CometdClient front = CometdClient.connected(connector, url(FRONT, frontPath));
                    CometdClient back = CometdClient.connected(connector, url(BACK, backPath))) {
                assertThatEachIsServedByItsOwn(front, back);
                assertThatMessagesStayAtHome(front, back);
                assertThatBeansBelongToTheirApplication(front, back);
            }
        }
    }

    private static void assertThatEachIsServedByItsOwn(CometdClient front, CometdClient back) {
        assertThat(answer(front, "/service/place")).isEqualTo("/" + FRONT);
        assertThat(answer(back, "/service/place")).isEqualTo("/" + BACK);
    }

    private static Object answer(CometdClient client, String channel) {
        Inbox inbox = client.listen(channel);
        assertThat(client.publish(channel, "?").isSuccessful()).isTrue();
        return inbox.next().getData();
    }

    private static void assertThatMessagesStayAtHome(CometdClient front, CometdClient back) {
        Inbox atFront = front.subscribe("/news");
        Inbox atBack = back.subscribe("/news");

        front.publish("/news", "by a client in front");
        front.publish("/service/news", "by the server in front");
        back.publish("/news", "by a client at the back");
        back.publish("/service/news", "by the server at the back");

        assertThat(atFront.until("by the server in front"))
                .containsExactly("by a client in front", "by the server in front");
        assertThat(atBack.until("by the server at the back"))
                .containsExactly("by a client at the back", "by the server at the back");
        assertThat(atFront.received()).isEmpty();
    }

    private void assertThatBeansBelongToTheirApplication(CometdClient front, CometdClient back) throws Exception {
        assertThat(report(FRONT, front)).isEqualTo("server true listener true channel false");
        assertThat(report(FRONT, back)).isEqualTo("server false listener false channel false");
        assertThat(report(BACK, front)).isEqualTo("server false listener false channel true");
        assertThat(report(BACK, back)).isEqualTo("server true listener true channel true");
        assertThat(answer(back, "/service/annex")).isEqualTo("annex");
    }

    /** What an application knows of a session, and of the channel that one of the two has. */
    private String report(String application, CometdClient client) throws Exception {
        URI report = url(application, "/report?channel=/service/annex&session=" + client.id());
        return http.send(HttpRequest.newBuilder(report).build(), BodyHandlers.ofString())
                .body();
    }

    private URI url(String application, String path) {
        return URI.create(server.url() + "/" + application + path);
    }

    private void deployed(Path ear, Check check) throws Exception {
        server.deploy(NAME, ear);
        try {
            check.run();
        } finally {
            server.undeploy(NAME);
        }
    }

    /** What is to be true of a deployed EAR. */
    @FunctionalInterface
    private interface Check {

        void run() throws Exception;
    }
}
