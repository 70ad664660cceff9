package org.bayeux.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom: dependencies point inward, from the transports to the API. */
class DirectionTest {
    /** Java itself, and the annotations that only the compiler reads. */
    private static final List<String> EVERYBODY =
            List.of("java..", "org.jspecify.annotations..", "com.google.errorprone.annotations..");

    private static final String API = "org.bayeux.api..";
    private static final String ANNOTATION = "org.bayeux.annotation..";
    private static final String WIRE = "org.bayeux.wire..";
    private static final String SERVER = "org.bayeux.server..";
    private static final String ENGINE = "org.bayeux.server.engine..";
    private static final String CDI = "org.bayeux.cdi..";
    private static final String HTTP = "org.bayeux.http..";
    private static final String WEBSOCKET = "org.bayeux.websocket..";
    private static final String OBSERVABILITY = "org.bayeux.observability..";
    private static final String CLUSTER = "org.bayeux.oort..";
    private static final String TESTKIT = "org.bayeux.testkit";
    private static final String TESTKIT_JUNIT = "org.bayeux.testkit.junit..";
    private static final String CHAT = "org.bayeux.examples.chat";
    private static final String AUCTION = "org.bayeux.examples.auction";
    private static final String CLUSTERED_CHAT = "org.bayeux.examples.chat.cluster";

    private static final JavaClasses MAIN = Workspace.MAIN_CLASSES;

    @Test
    void theApiKnowsNothingButJava() {
        only(API, API);
    }

    @Test
    void whatServerAndClientShareKnowsNeither() {
        only("org.bayeux.api", "org.bayeux.api");
    }

    @Test
    void theClientSideOfTheApiDoesNotKnowTheServerSide() {
        only("org.bayeux.api.client", "org.bayeux.api", "org.bayeux.api.client");
    }

    @Test
    void annotationsKnowTheApiAndTheAnnotationsOfCdi() {
        only(
                ANNOTATION,
                API,
                ANNOTATION,
                "jakarta.enterprise.context..",
                "jakarta.enterprise.inject..",
                "jakarta.inject..");
    }

    @Test
    void theWireKnowsTheApiAndJson() {
        only(WIRE, API, WIRE, "jakarta.json..");
    }

    @Test
    void theServerKnowsNoContainer() {
        only(SERVER, "javax.management..", API, ANNOTATION, WIRE, SERVER);
    }

    @Test
    void cdiKnowsNoTransport() {
        only(
                CDI,
                "jakarta..",
                "javax.naming..",
                "org.eclipse.microprofile.config..",
                API,
                ANNOTATION,
                WIRE,
                SERVER,
                CDI);
    }

    @Test
    void httpDoesNotKnowWebSocket() {
        only(HTTP, "jakarta.servlet..", API, ANNOTATION, WIRE, SERVER, CDI, HTTP);
    }

    @Test
    void webSocketDoesNotKnowHttp() {
        only(WEBSOCKET, "jakarta..", API, ANNOTATION, WIRE, SERVER, CDI, WEBSOCKET);
    }

    @Test
    void whoWatchesTheServerKnowsItsSpiOnly() {
        only(
                OBSERVABILITY,
                "jakarta.enterprise..",
                "jakarta.inject..",
                "io.micrometer.core.instrument..",
                "io.opentelemetry..",
                "org.eclipse.microprofile.health..",
                "org.bayeux.api",
                "org.bayeux.api.server",
                "org.bayeux.server.spi",
                "org.bayeux.server.config",
                OBSERVABILITY);
    }

    @Test
    void theClusterKnowsTheServersSpi() {
        only(
                CLUSTER,
                "com.hazelcast..",
                "jakarta.enterprise..",
                "jakarta.inject..",
                "javax.crypto..",
                "javax.naming..",
                API,
                WIRE,
                "org.bayeux.server.spi",
                "org.bayeux.server.config",
                "org.bayeux.server.ext",
                "org.bayeux.server.jmx",
                CLUSTER);
    }

    @Test
    void theTestkitKnowsTheServerOnly() {
        only(TESTKIT, API, ANNOTATION, WIRE, SERVER, TESTKIT);
    }

    @Test
    void theTestkitOfUsersKnowsNoTransport() {
        only(TESTKIT_JUNIT, "jakarta..", "org.junit..", API, ANNOTATION, WIRE, SERVER, CDI, TESTKIT, TESTKIT_JUNIT);
    }

    @Test
    void theExampleUsesOnlyWhatUsersMayUse() {
        only(CHAT, "jakarta..", API, ANNOTATION, CDI, CHAT);
    }

    @Test
    void theClusteredExamplesUseOnlyWhatUsersMayUse() {
        only(AUCTION, "jakarta..", API, ANNOTATION, "org.bayeux.oort", "org.bayeux.oort.event", AUCTION);
        only(CLUSTERED_CHAT, "jakarta..", API, CHAT, "org.bayeux.oort", CLUSTERED_CHAT);
    }

    @Test
    void theEngineIsSeenByTheServerModuleOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SERVER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ENGINE)
                .check(MAIN);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("org.bayeux.(**)").should().beFreeOfCycles().check(MAIN);
    }

    private static void only(String who, String... mayKnow) {
        classes()
                .that()
                .resideInAPackage(who)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(EVERYBODY.stream(), Stream.of(mayKnow)).toArray(String[]::new))
                .check(MAIN);
    }
}
