package org.bayeux.oort.cdi;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Provider;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bayeux.oort.OortMap;
import org.bayeux.oort.Shared;

/**
 * What an injection point wants to be shared. Immutable.
 *
 * @param content type of its values, elements or parts
 */
record Declared(String name, SharedKind kind, Type content) {

    private static final Map<Type, SharedKind> MAPS_BY_KEY =
            Map.of(String.class, SharedKind.STRING_MAP, Long.class, SharedKind.LONG_MAP);

    /** Whether it is about a shared object at all. */
    static boolean isAt(InjectionPoint point) {
        return point.getQualifiers().stream().anyMatch(Shared.class::isInstance);
    }

    /**
     * Reads it.
     *
     * @throws IllegalShareException if it breaks a rule
     */
    static Declared at(InjectionPoint point) {
        String name = point.getQualifiers().stream()
                .filter(Shared.class::isInstance)
                .map(qualifier -> ((Shared) qualifier).value())
                .findFirst()
                .orElseThrow();
        if (name.isBlank()) {
            throw new IllegalShareException(SharedRule.NAMED, "@Shared(\"" + name + "\") says no name");
        }
        return of(name, withoutLookup(point.getType()));
    }

    private static Declared of(String name, Type type) {
        SharedKind kind = kindOf(type);
        if (!isComplete(type) || (kind.isGeneric() && !(type instanceof ParameterizedType))) {
            throw unknown(type);
        }
        Type content = type instanceof ParameterizedType generic ? last(generic) : Long.class;
        if (kind == SharedKind.OBJECT && !TypedFactory.canBegin(content)) {
            throw new IllegalShareException(SharedRule.BEGINNING, "nothing to begin with is known of " + text(type));
        }
        return new Declared(name, kind, content);
    }

    private static SharedKind kindOf(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == OortMap.class) {
            SharedKind kind = MAPS_BY_KEY.get(generic.getActualTypeArguments()[0]);
            if (kind == null) {
                throw unknown(type);
            }
            return kind;
        }
        Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        return (raw instanceof Class<?> plain ? SharedKind.of(plain) : Optional.<SharedKind>empty())
                .orElseThrow(() -> unknown(type));
    }

    private static IllegalShareException unknown(Type type) {
        return new IllegalShareException(SharedRule.KNOWN_TYPE, "@Shared stands on " + text(type));
    }

    private static Type withoutLookup(Type type) {
        return type instanceof ParameterizedType generic
                        && (generic.getRawType() == Instance.class || generic.getRawType() == Provider.class)
                ? last(generic)
                : type;
    }

    private static Type last(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        return arguments[arguments.length - 1];
    }

    private static boolean isComplete(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).allMatch(Declared::isComplete);
        }
        return type instanceof Class<?>
                || (type instanceof GenericArrayType array && isComplete(array.getGenericComponentType()));
    }

    /** Its type as in code. Types of different containers and of Java itself are equal if this is. */
    String typeName() {
        return kind.isGeneric() ? kind.typeName() + '<' + text(content) + '>' : kind.typeName();
    }

    private static String text(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments())
                    .map(Declared::text)
                    .collect(Collectors.joining(", ", generic.getRawType().getTypeName() + '<', ">"));
        }
        return type.getTypeName();
    }
}
