package org.bayeux.cdi.discovery;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.EventMetadata;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What CDI lets an observer have, and the server cannot heed. Stateless. */
final class ObserverMethods {

    /** By name, because not every server has them. */
    private static final Set<String> GUARDS = Set.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.DenyAll",
            "jakarta.validation.Valid");

    private ObserverMethods() {}

    /** What is wrong with an observer of messages. */
    static List<String> problemsOfMessages(AnnotatedMethod<?> method, String member) {
        List<String> problems = new ArrayList<>();
        if (method.getJavaMember().getReturnType() != void.class) {
            problems.add(CdiRule.OBSERVER_RETURNS_NOTHING.brokenBy(member + ": nobody looks at what it returns"));
        }
        if (!isOfEjb(method)) {
            guards(method)
                    .map(guard ->
                            CdiRule.OBSERVER_UNGUARDED.brokenBy(member + ": @" + guard + " keeps no message from it"))
                    .forEach(problems::add);
        }
        return problems;
    }

    /** Whose methods the container guards itself. */
    private static boolean isOfEjb(AnnotatedMethod<?> method) {
        return method.getDeclaringType().getAnnotations().stream()
                .anyMatch(kind -> kind.annotationType().getName().startsWith("jakarta.ejb."));
    }

    private static Stream<String> guards(AnnotatedMethod<?> method) {
        return Stream.concat(
                        method.getAnnotations().stream(),
                        method.getParameters().stream().flatMap(parameter -> parameter.getAnnotations().stream()))
                .map(Annotation::annotationType)
                .filter(guard -> GUARDS.contains(guard.getName()))
                .map(Class::getSimpleName)
                .distinct();
    }

    /** What is wrong with any observer that the server calls itself. */
    static List<String> problems(AnnotatedMethod<?> method, String member) {
        return method.getParameters().stream()
                .map(AnnotatedParameter::getBaseType)
                .filter(EventMetadata.class::equals)
                .map(metadata -> CdiRule.OBSERVER_METADATA.brokenBy(member + ": it wants EventMetadata"))
                .toList();
    }
}
