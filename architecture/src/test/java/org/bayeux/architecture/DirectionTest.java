package org.bayeux.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/** Who may know whom: dependencies point inward, from the transports to the API. */
class DirectionTest {
    private static final String JAVA = "java..";
    private static final String NULLNESS = "org.jspecify.annotations..";
    private static final String LOCK_ANNOTATIONS = "com.google.errorprone.annotations..";
    private static final String API = "org.bayeux.api..";
    private static final String ANNOTATION = "org.bayeux.annotation..";
    private static final String WIRE = "org.bayeux.wire..";
    private static final String SERVER = "org.bayeux.server..";
    private static final String ENGINE = "org.bayeux.server.engine..";
    private static final String CDI = "org.bayeux.cdi..";
    private static final String JAXRS = "org.bayeux.jaxrs..";
    private static final String WEBSOCKET = "org.bayeux.websocket..";
    private static final String TESTKIT = "org.bayeux.testkit..";
    private static final String CHAT = "org.bayeux.examples.chat..";

    private static final JavaClasses MAIN = Workspace.mainClasses();

    @Test
    void theApiKnowsNothingButJava() {
        only(API, JAVA, NULLNESS, API);
    }

    @Test
    void whatServerAndClientShareKnowsNeither() {
        only("org.bayeux.api", JAVA, NULLNESS, "org.bayeux.api");
    }

    @Test
    void theClientSideOfTheApiDoesNotKnowTheServerSide() {
        only("org.bayeux.api.client", JAVA, NULLNESS, "org.bayeux.api", "org.bayeux.api.client");
    }

    @Test
    void annotationsKnowTheApiAndTheAnnotationsOfCdi() {
        only(
                ANNOTATION,
                JAVA,
                NULLNESS,
                API,
                ANNOTATION,
                "jakarta.enterprise.context..",
                "jakarta.enterprise.inject..",
                "jakarta.inject..");
    }

    @Test
    void theWireKnowsTheApiAndJson() {
        only(WIRE, JAVA, NULLNESS, LOCK_ANNOTATIONS, API, WIRE, "jakarta.json..");
    }

    @Test
    void theServerKnowsNoContainer() {
        only(SERVER, JAVA, NULLNESS, LOCK_ANNOTATIONS, API, ANNOTATION, WIRE, SERVER);
    }

    @Test
    void cdiKnowsNoTransport() {
        only(CDI, JAVA, "jakarta..", NULLNESS, LOCK_ANNOTATIONS, API, ANNOTATION, WIRE, SERVER, CDI);
    }

    @Test
    void longPollingDoesNotKnowWebSocket() {
        only(JAXRS, JAVA, "jakarta..", NULLNESS, LOCK_ANNOTATIONS, API, WIRE, SERVER, CDI, JAXRS);
    }

    @Test
    void webSocketDoesNotKnowLongPolling() {
        only(WEBSOCKET, JAVA, "jakarta..", NULLNESS, LOCK_ANNOTATIONS, API, WIRE, SERVER, CDI, WEBSOCKET);
    }

    @Test
    void theTestkitKnowsTheServerOnly() {
        only(TESTKIT, JAVA, NULLNESS, LOCK_ANNOTATIONS, API, ANNOTATION, WIRE, SERVER, TESTKIT);
    }

    @Test
    void theExampleUsesOnlyWhatUsersMayUse() {
        only(CHAT, JAVA, "jakarta..", NULLNESS, API, ANNOTATION, CDI, CHAT);
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
                .resideInAnyPackage(mayKnow)
                .check(MAIN);
    }
}
