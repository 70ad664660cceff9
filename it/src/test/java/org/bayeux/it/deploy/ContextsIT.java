package org.bayeux.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.secured.Login;
import org.bayeux.it.secured.Patience;
import org.bayeux.it.secured.Roles;
import org.bayeux.it.server.Archive;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Methods of services find the threads, contexts, transactions and users of the container on each transport. */
@OnServer
class ContextsIT {

    private static final String NAME = "contexts";

    private final TestApplication app;

    ContextsIT(TestServer server) {
        this.app = new TestApplication(server, NAME);
    }

    @BeforeAll
    static void deploy(TestServer server, @TempDir Path directory) {
        server.deploy(
                NAME,
                Archive.war(
                        directory,
                        NAME,
                        List.of("org.bayeux.it.deploy.contexts"),
                        Login.class,
                        Roles.class,
                        Patience.class));
    }

    @AfterAll
    static void undeploy(TestServer server) {
        server.undeploy(NAME);
    }

    @ParameterizedTest
    @EnumSource
    void requestScopedBeanIsFreshForEachRequestAndDestroyedAfterIt(Connector connector) {
        try (Caller caller = Caller.of(connector, app, "ann", "member")) {
            int before = destroyed(caller);
            assertThat(caller.answer("/service/visit", "{}")).isEqualTo("2");
            assertThat(caller.answer("/service/visit", "{}")).isEqualTo("2");

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(destroyed(caller)).isEqualTo(before + 2));
        }
    }

    private static int destroyed(Caller caller) {
        return Integer.parseInt(caller.answer("/service/visits/over", "\"\""));
    }

    @ParameterizedTest
    @EnumSource
    void transactionEndsWithItsMethod(Connector connector) {
        try (Caller caller = Caller.of(connector, app, "ann", "member")) {
            assertThat(caller.answer("/service/ledger", "\"\"")).isEqualTo("committed");
            assertThat(caller.answer("/service/ledger", "\"fail\"")).isEqualTo("rolled back, failed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void userOfTheRequestIsKnownToTheServer(Connector connector) {
        try (Caller caller = Caller.of(connector, app, "ann", "member")) {
            assertThat(caller.answer("/service/who", "\"\"")).startsWith("ann ");
        }
    }

    /** Over WebSocket no server sets its caller, and there is no standard way to do it for them. */
    @Test
    @Over(Transport.LONG_POLLING)
    void userOfTheRequestIsKnownToTheContainer() {
        try (Caller caller = Caller.of(Connector.LONG_POLLING, app, "ann", "member")) {
            assertThat(caller.answer("/service/who", "\"\"")).isEqualTo("ann ann ann");
        }
    }

    @ParameterizedTest
    @EnumSource
    void methodForARoleIsRefusedToOthers(Connector connector) {
        try (Caller caller = Caller.of(connector, app, "ann", "member")) {
            assertThat(caller.answer("/service/vault", "\"\"")).contains("403::access_denied");
        }
    }

    @ParameterizedTest
    @EnumSource
    void methodForARoleIsCalledForThoseWhoHaveIt(Connector connector) {
        try (Caller caller = Caller.of(connector, app, "bob", "chief")) {
            assertThat(caller.answer("/service/vault", "\"\"")).isEqualTo("open");
        }
    }

    @ParameterizedTest
    @EnumSource
    void threadsBelongToTheApplication(Connector connector) {
        try (Caller caller = Caller.of(connector, app, "ann", "member")) {
            assertThat(caller.answer("/service/where", "\"\"")).isEqualTo(NAME + " true");
        }
    }
}
