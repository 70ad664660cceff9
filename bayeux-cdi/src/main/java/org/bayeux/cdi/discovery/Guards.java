package org.bayeux.cdi.discovery;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Whether it can be told who may call a service. Stateless. */
final class Guards {

    private static final List<Class<? extends Annotation>> ALL =
            List.of(DenyAll.class, PermitAll.class, RolesAllowed.class);

    private Guards() {}

    /** The class and its methods, as far as two annotations on one of them contradict each other. */
    static List<String> contradictingOn(Class<?> service) {
        String name = service.getName();
        return Stream.concat(
                        Stream.of(service).filter(Guards::isContradicting).map(it -> name),
                        Arrays.stream(service.getMethods())
                                .filter(Guards::isContradicting)
                                .map(method -> name + '.' + method.getName()))
                .sorted()
                .toList();
    }

    private static boolean isContradicting(AnnotatedElement element) {
        return ALL.stream().filter(element::isAnnotationPresent).count() > 1;
    }
}
