package org.bayeux.it.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.ServerKind;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.cometd.bayeux.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Methods of services are business methods, with typed parameters and answers, now or later. */
@OnServer
class BusinessMethodsIT {

    private static final String NAME = "business";
    private static final String UUID = "3f2c1f6e-6a0c-4b57-9d3e-0f2a1b3c4d5e";

    private final TestApplication app;

    BusinessMethodsIT(TestServer server) {
        this.app = new TestApplication(server, NAME);
    }

    @BeforeAll
    static void deploy(TestServer server, @TempDir Path directory) {
        server.deploy(NAME, Archive.war(directory, NAME, List.of("org.bayeux.it.cdi.business")));
    }

    @AfterAll
    static void undeploy(TestServer server) {
        server.undeploy(NAME);
    }

    @ParameterizedTest
    @EnumSource
    void answerComesFromAManagedThread(Connector connector) {
        try (CometdClient client = connect(connector)) {
            assertThat(client.call("later/asynchronous", "so").getData()).isEqualTo("so later");
            assertThat(client.call("later/executor", "so").getData()).isEqualTo("so by an executor");
            assertThat(client.call("later/caller", "so").getData()).isEqualTo("so by its caller");
        }
    }

    @ParameterizedTest
    @EnumSource
    void failureOnAManagedThreadTellsNoDetails(Connector connector) {
        try (CometdClient client = connect(connector)) {
            Message failed = client.call("later/failing", "so");

            assertThat(failed.isSuccessful()).isFalse();
            assertThat(failed.toString()).doesNotContain("secret", "IllegalState");
        }
    }

    @ParameterizedTest
    @EnumSource
    void messageWaitsForTheDecisionOfAnAsynchronousListener(Connector connector) {
        try (CometdClient client = connect(connector)) {
            Inbox inbox = client.subscribe("/reviewed");

            assertThat(client.publish("/reviewed", "bad").isSuccessful()).isFalse();
            assertThat(client.publish("/reviewed", "good").isSuccessful()).isTrue();

            assertThat(inbox.until("good")).containsExactly("good");
        }
    }

    @ParameterizedTest
    @EnumSource
    void interceptorsAndDecoratorsStandBeforeTheMethod(Connector connector) {
        try (CometdClient client = connect(connector)) {
            assertThat(client.call("later/marked", "so").getData()).isEqualTo("<in so> out");
            assertThat(client.call("price", 3).getData()).isEqualTo(29L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void partsOfTheChannelBecomeNumbersEnumsAndIds(Connector connector) {
        try (CometdClient client = connect(connector)) {
            assertThat(client.call("typed/4/BLUE/" + UUID + "/true", "").getData())
                    .isEqualTo("5 1 4 false true");
            assertThat(client.call("typed/four/BLUE/" + UUID + "/true", "").getDataAsMap())
                    .containsEntry("error", "400::data_unfit");
            assertThat(client.call("typed/4/GREEN/" + UUID + "/true", "").isSuccessful())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void payloadsAndAnswersHaveTheTypesOfTheMethod(Connector connector) {
        Map<String, Object> part = Map.of("weight", 1.5, "colour", "RED");
        Map<String, Object> order = Map.of("item", "tea", "count", 2, "parts", new Object[] {part});
        try (CometdClient client = connect(connector)) {
            assertThat(client.call("order", order).getDataAsMap())
                    .containsEntry("item", "tea!")
                    .containsEntry("count", 3L);
            assertThat(client.call("object", Map.of("inner", part)).getDataAsMap())
                    .containsEntry("colour", "RED");
            assertThat(client.call("map", Map.of("count", 2)).getData()).isEqualTo(3L);
            assertThat(client.call("numbers", new Object[] {2, 3}).getData()).isEqualTo(5L);
            assertThat(client.call("orders", new Object[] {order}).getData()).isEqualTo("tea");
            assertThat(client.call("order", "no order").getDataAsMap()).containsEntry("error", "400::data_unfit");
        }
    }

    @Test
    void serviceThatIsNoBeanIsToldInTheLog() throws IOException {
        Path log = Path.of("target", "it", ServerKind.chosen().label() + ".log");

        assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
                .contains("BYX-2009: org.bayeux.it.cdi.business.NoBean ")
                .doesNotContain("BYX-2009: org.bayeux.it.cdi.business.PriceService");
    }

    private CometdClient connect(Connector connector) {
        return CometdClient.connected(connector, app.bayeux());
    }
}
