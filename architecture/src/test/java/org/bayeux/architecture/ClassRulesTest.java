package org.bayeux.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.Timer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What no shipped class does or is called. */
class ClassRulesTest {
    private static final JavaClasses MAIN = Workspace.MAIN_CLASSES;

    private static final Pattern NAMED_BY_KIND =
            Pattern.compile("(Abstract|Base).*|.*(Impl|Utils?|Helpers?|Manager|Base|Data)");
    private static final Set<String> NAMES_OF_THE_MANUAL = Set.of("AbstractService", "BinaryData");

    /** Time is injected: only the ticker of the system, or of a test, may look at a clock. */
    private static final DescribedPredicate<JavaClass> TICKER =
            describe("are tickers", assignableTo("org.bayeux.server.spi.Ticker"));

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "Thread.sleep",
                        call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && call.getName().equals("sleep")))
                .check(MAIN);
    }

    @Test
    void nobodyMakesThreadsOrTimers() {
        noClasses()
                .should()
                .callConstructorWhere(describe(
                        "makes a thread or timer",
                        call -> call.getTargetOwner().isAssignableTo(Thread.class)
                                || call.getTargetOwner().isAssignableTo(Timer.class)))
                .check(MAIN);
    }

    @Test
    void onlyTickersReadTheClock() {
        noClasses()
                .that(DescribedPredicate.not(TICKER))
                .and()
                .resideOutsideOfPackage("org.bayeux.examples..")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(MAIN);
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that().areStatic().should().beFinal().check(MAIN);
    }

    @Test
    void noMethodIsSynchronized() {
        methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED).check(MAIN);
    }

    @Test
    void typesAreNamedByTheirRole() {
        classes().should(notBeNamedByKind()).check(MAIN);
    }

    @Test
    void whatIsNotMadeForExtensionIsFinal() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .resideInAnyPackage(
                        "org.bayeux.api..",
                        "org.bayeux.wire..",
                        "org.bayeux.server.spi..",
                        "org.bayeux.server.engine..",
                        "org.bayeux.testkit..")
                .should(beFinalOrExtended())
                .check(MAIN);
    }

    private static ArchCondition<JavaClass> notBeNamedByKind() {
        return new ArchCondition<>("be named by role, not by kind") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String name = type.getSimpleName();
                if (NAMED_BY_KIND.matcher(name).matches() && !NAMES_OF_THE_MANUAL.contains(name)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is named by its kind"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beFinalOrExtended() {
        return new ArchCondition<>("be final or extended") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.getModifiers().contains(JavaModifier.FINAL) || type.isAnonymousClass();
                if (!closed && !type.isEnum() && type.getSubclasses().isEmpty()) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is neither final nor extended"));
                }
            }
        };
    }
}
