package org.bayeux.cdi.discovery;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.interceptor.Interceptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All beans of an application with their {@code @Priority}. Confined to the deployment. */
final class DiscoveredBeans {

    /** As for observers without a priority. */
    private static final int NO_PRIORITY = Interceptor.Priority.APPLICATION + 500;

    private final Map<Bean<?>, Integer> priorities = new HashMap<>();

    /**
     * Takes note of a bean.
     *
     * @param annotated where the bean is declared; {@code null} if an extension made it
     */
    void add(Bean<?> bean, @Nullable Annotated annotated) {
        priorities.put(bean, priorityOf(bean, annotated));
    }

    private static int priorityOf(Bean<?> bean, @Nullable Annotated annotated) {
        if (bean instanceof Prioritized prioritized) {
            return prioritized.getPriority();
        }
        Priority priority = annotated == null ? null : annotated.getAnnotation(Priority.class);
        return priority == null ? NO_PRIORITY : priority.value();
    }

    /** Forgets all: extensions live as long as their application, and this is not asked any more. */
    void clear() {
        priorities.clear();
    }

    /** The lowest priority first; among equal ones, an order that does not depend on the container. */
    List<Bean<?>> inOrder() {
        return priorities.entrySet().stream()
                .sorted(Map.Entry.<Bean<?>, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().getBeanClass().getName()))
                .<Bean<?>>map(Map.Entry::getKey)
                .toList();
    }
}
