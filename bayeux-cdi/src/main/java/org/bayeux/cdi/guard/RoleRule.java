package org.bayeux.cdi.guard;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bayeux.api.server.BayeuxContext;

/**
 * Whom a method lets in, as the annotations of Jakarta Annotations on it say, or else those on the class that declares it.
 *
 * <p>Immutable.
 *
 * @param everybody whether no role is needed
 * @param roles of which a caller needs one, unless everybody may call; empty: nobody may
 */
record RoleRule(boolean everybody, Set<String> roles) {

    private static final RoleRule EVERYBODY = new RoleRule(true, Set.of());
    private static final RoleRule NOBODY = new RoleRule(false, Set.of());

    static RoleRule of(Method method) {
        return on(method).or(() -> on(method.getDeclaringClass())).orElse(EVERYBODY);
    }

    /** All roles that the methods of a class name. */
    static Set<String> rolesIn(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .flatMap(method -> of(method).roles().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<RoleRule> on(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(NOBODY);
        }
        if (element.isAnnotationPresent(PermitAll.class)) {
            return Optional.of(EVERYBODY);
        }
        RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
        return Optional.ofNullable(allowed).map(it -> new RoleRule(false, Set.of(it.value())));
    }

    boolean admits(BayeuxContext caller) {
        return everybody || roles.stream().anyMatch(caller::isUserInRole);
    }

    /** Whether not even code on the server may call. */
    boolean admitsNobody() {
        return !everybody && roles.isEmpty();
    }
}
