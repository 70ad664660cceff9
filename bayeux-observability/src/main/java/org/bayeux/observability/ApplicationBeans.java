package org.bayeux.observability;

import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bayeux.server.spi.ReadinessCondition;
import org.jspecify.annotations.Nullable;

/**
 * The beans of an application that watchers use, as CDI announced them: what is injected into a library does not see all of
 * them on every server. Thread-safe.
 */
final class ApplicationBeans {

    /** Names, since the classes may be absent. */
    private static final Set<String> TYPES = Set.of(
            "io.micrometer.core.instrument.MeterRegistry",
            "io.opentelemetry.api.OpenTelemetry",
            ReadinessCondition.class.getName());

    private final Set<Bean<?>> found = ConcurrentHashMap.newKeySet();

    void add(Bean<?> bean) {
        if (bean.getTypes().stream().anyMatch(it -> TYPES.contains(it.getTypeName()))) {
            found.add(bean);
        }
    }

    /** The bean that would be injected, or that of this module if there are others; empty if that leaves none, or several. */
    <T> Optional<T> one(Class<T> type, BeanManager manager) {
        // The web applications of an EAR may have one each, and the server one besides.
        return Stream.<Predicate<Bean<?>>>of(it -> true, ApplicationBeans::isSeenHere, ApplicationBeans::isOfThisModule)
                .map(condition -> resolve(type, manager, condition))
                .filter(Objects::nonNull)
                .findFirst()
                .map(it -> reference(it, type, manager));
    }

    /** All beans of a type, whatever their qualifiers. */
    <T> List<T> all(Class<T> type, BeanManager manager) {
        return of(type).map(it -> reference(it, type, manager)).toList();
    }

    private @Nullable Bean<?> resolve(Class<?> type, BeanManager manager, Predicate<Bean<?>> condition) {
        Set<Bean<?>> candidates = of(type).filter(it -> it.getQualifiers().contains(Default.Literal.INSTANCE))
                .filter(condition)
                .collect(Collectors.toSet());
        try {
            return candidates.isEmpty() ? null : manager.resolve(candidates);
        } catch (AmbiguousResolutionException e) {
            return null;
        }
    }

    private Stream<Bean<?>> of(Class<?> type) {
        return found.stream().filter(bean -> bean.getTypes().contains(type));
    }

    private static boolean isSeenHere(Bean<?> bean) {
        try {
            return Class.forName(
                            bean.getBeanClass().getName(),
                            false,
                            Thread.currentThread().getContextClassLoader())
                    == bean.getBeanClass();
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static boolean isOfThisModule(Bean<?> bean) {
        return bean.getBeanClass().getClassLoader() == Thread.currentThread().getContextClassLoader();
    }

    private static <T> T reference(Bean<?> bean, Class<T> type, BeanManager manager) {
        return type.cast(manager.getReference(bean, type, manager.createCreationalContext(bean)));
    }
}
