package org.bayeux.server.service;

import java.lang.annotation.Annotation;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bayeux.annotation.Service;
import org.jspecify.annotations.Nullable;

/** Tells as what the payload of a message is to be read, for the methods that one class has or inherits. Confined. */
final class PayloadTypes {

    /** What makes a class a bean of some scope, by name so that CDI may be absent. */
    private static final Set<String> SCOPES = Set.of(
            "jakarta.inject.Scope", "jakarta.enterprise.context.NormalScope", "jakarta.enterprise.inject.Stereotype");

    private final Map<TypeVariable<?>, Type> known = new HashMap<>();

    PayloadTypes(Class<?> service) {
        learn(service);
    }

    /** Whether a type is one of beans and of the container's objects, which no message carries. */
    static boolean isOfContainer(Class<?> type) {
        String name = type.getName();
        return (name.startsWith("jakarta.") && !name.startsWith("jakarta.json."))
                || type.isAnnotationPresent(Service.class)
                || Arrays.stream(type.getAnnotations()).anyMatch(PayloadTypes::isScope);
    }

    private static boolean isScope(Annotation annotation) {
        return Arrays.stream(annotation.annotationType().getAnnotations())
                .anyMatch(on -> SCOPES.contains(on.annotationType().getName()));
    }

    /** The type of a parameter; empty if it depends on a type parameter that has no value. */
    Optional<Type> of(Parameter parameter) {
        Type declared = parameter.getParameterizedType();
        Type type = declared instanceof TypeVariable<?> variable ? valueOf(variable) : declared;
        return Optional.ofNullable(type).filter(PayloadTypes::isComplete);
    }

    private @Nullable Type valueOf(TypeVariable<?> variable) {
        if (variable.getGenericDeclaration() instanceof Method) {
            // Refused by itself.
            return Object.class;
        }
        Type value = known.get(variable);
        return value instanceof TypeVariable<?> next ? valueOf(next) : value;
    }

    private static boolean isComplete(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).allMatch(PayloadTypes::isComplete);
        }
        if (type instanceof WildcardType wildcard) {
            return Arrays.stream(wildcard.getUpperBounds()).allMatch(PayloadTypes::isComplete);
        }
        return type instanceof GenericArrayType array
                ? isComplete(array.getGenericComponentType())
                : type instanceof Class<?>;
    }

    private void learn(@Nullable Class<?> type) {
        if (type != null) {
            learn(type.getGenericSuperclass());
            Arrays.stream(type.getGenericInterfaces()).forEach(this::learn);
        }
    }

    private void learn(@Nullable Type ancestor) {
        if (ancestor instanceof Class<?> plain) {
            learn(plain);
        } else if (ancestor instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            for (int i = 0; i < raw.getTypeParameters().length; i++) {
                known.put(raw.getTypeParameters()[i], generic.getActualTypeArguments()[i]);
            }
            learn(raw);
        }
    }
}
