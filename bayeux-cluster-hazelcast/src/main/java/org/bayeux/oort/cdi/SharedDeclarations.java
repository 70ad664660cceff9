package org.bayeux.oort.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bayeux.oort.Shared;

/** What an application shares by name. Written while it is deployed, read afterwards. */
final class SharedDeclarations {

    private static final List<Class<? extends Annotation>> OF_CALLED_METHODS =
            List.of(Inject.class, Produces.class, Observes.class, ObservesAsync.class, Disposes.class);

    private final Map<String, Declared> byName = new TreeMap<>();
    private final Map<String, String> firstPlaces = new TreeMap<>();
    private final Set<String> problems = new LinkedHashSet<>();

    /** Takes note of an injection point if it is about a shared object. */
    void add(InjectionPoint point) {
        if (Declared.isAt(point)) {
            String place = place(point.getMember());
            try {
                add(Declared.at(point), place);
            } catch (IllegalShareException e) {
                problems.add(e.at(place));
            }
        }
    }

    private void add(Declared declared, String place) {
        Declared known = byName.putIfAbsent(declared.name(), declared);
        if (known == null) {
            firstPlaces.put(declared.name(), place);
        } else if (!known.typeName().equals(declared.typeName())) {
            throw new IllegalShareException(
                    SharedRule.ONE_TYPE,
                    "@Shared(\"" + declared.name() + "\") is " + declared.typeName() + " here and " + known.typeName()
                            + " at " + firstPlaces.get(declared.name()));
        }
    }

    /** Takes note of members of a bean into which nothing would ever be injected. */
    void check(AnnotatedType<?> bean) {
        for (AnnotatedField<?> field : bean.getFields()) {
            refuseUnless(
                    !field.isAnnotationPresent(Shared.class)
                            || field.isAnnotationPresent(Inject.class)
                            || field.isAnnotationPresent(Produces.class),
                    field.getJavaMember());
        }
        for (AnnotatedMethod<?> method : bean.getMethods()) {
            boolean shared = method.getParameters().stream().anyMatch(it -> it.isAnnotationPresent(Shared.class));
            refuseUnless(!shared || isCalled(method), method.getJavaMember());
        }
    }

    private static boolean isCalled(AnnotatedMethod<?> method) {
        return isAnyOn(method) || method.getParameters().stream().anyMatch(SharedDeclarations::isAnyOn);
    }

    private static boolean isAnyOn(Annotated annotated) {
        return OF_CALLED_METHODS.stream().anyMatch(annotated::isAnnotationPresent);
    }

    private void refuseUnless(boolean legal, Member member) {
        if (!legal) {
            problems.add(SharedRule.INJECTED.brokenBy(place(member) + ": @Shared stands where nothing is injected"));
        }
    }

    private static String place(Member member) {
        return member.getDeclaringClass().getName() + '.' + member.getName();
    }

    /** What is wrong with them, each in one line. */
    Collection<String> problems() {
        return List.copyOf(problems);
    }

    /** One for each name. */
    Collection<Declared> all() {
        return List.copyOf(byName.values());
    }
}
