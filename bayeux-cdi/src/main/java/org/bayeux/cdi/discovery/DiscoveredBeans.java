package org.bayeux.cdi.discovery;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.lifecycle.InstallableBeans;
import org.jspecify.annotations.Nullable;

/** All beans of an application with their {@code @Priority}. Confined to the deployment. */
final class DiscoveredBeans {

    /** As for observers without a priority. */
    private static final int NO_PRIORITY = Interceptor.Priority.APPLICATION + 500;

    private final Map<Bean<?>, Integer> priorities = new HashMap<>();
    private final List<InjectionPoint> sessions = new ArrayList<>();

    /**
     * Takes note of a bean.
     *
     * @param annotated where the bean is declared; {@code null} if an extension made it
     */
    void add(Bean<?> bean, @Nullable Annotated annotated) {
        priorities.put(bean, priorityOf(bean, annotated));
    }

    /** Takes note of a session that is to be injected, which is a bean only if the application makes it one. */
    void add(InjectionPoint point) {
        if (point.getType() == LocalSession.class || point.getType() == ServerSession.class) {
            sessions.add(point);
        }
    }

    /** What is wrong with them, each in one line. */
    List<String> problems() {
        return sessions.stream()
                .filter(point -> priorities.keySet().stream()
                        .noneMatch(bean -> bean.getTypes().contains(point.getType())))
                .map(InjectionPoint::getMember)
                .map(member -> CdiRule.SESSION_OF_SERVICE.brokenBy(
                        member.getDeclaringClass().getName() + '.' + member.getName() + ": no bean is a session"))
                .distinct()
                .toList();
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
        sessions.clear();
    }

    /** Those for servers: the lowest priority first; among equal ones, an order that does not depend on the container. */
    List<Bean<?>> installable() {
        return priorities.entrySet().stream()
                .filter(entry -> InstallableBeans.isOne(entry.getKey()))
                .sorted(Map.Entry.<Bean<?>, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().getBeanClass().getName()))
                .<Bean<?>>map(Map.Entry::getKey)
                .toList();
    }
}
