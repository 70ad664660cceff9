package org.bayeux.cdi.web;

import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Specializes;
import jakarta.enterprise.inject.Vetoed;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import org.bayeux.annotation.Service;
import org.bayeux.cdi.lifecycle.CdiLog;
import org.bayeux.cdi.lifecycle.ServerLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a web application that say they are services, as the servlet container found them: those that CDI did
 * not even look at are among them.
 *
 * <p>Immutable.
 */
record UnmadeServices(Set<Class<?>> found) {

    /** With these an application may mean that a class is no bean. */
    private static final List<Class<? extends Annotation>> MEANT =
            List.of(Alternative.class, Specializes.class, Vetoed.class);

    UnmadeServices {
        found = Set.copyOf(found);
    }

    /** From what an initializer is given. */
    static UnmadeServices among(@Nullable Set<Class<?>> classes) {
        return new UnmadeServices(classes == null ? Set.of() : classes);
    }

    /** Tells those that the server will never call. */
    void tell(ServerLifecycle lifecycle) {
        found.stream()
                .filter(type -> type.isAnnotationPresent(Service.class) && !lifecycle.calls(type) && !isMeant(type))
                .map(Class::getName)
                .sorted()
                .forEach(CdiLog::unmadeService);
    }

    private boolean isMeant(Class<?> type) {
        boolean replaced = found.stream()
                .anyMatch(other -> other.getSuperclass() == type && other.isAnnotationPresent(Specializes.class));
        return replaced
                || MEANT.stream()
                        .anyMatch(kind -> type.isAnnotationPresent(kind)
                                || type.getPackage().isAnnotationPresent(kind));
    }
}
