package org.bayeux.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types whose values are read as plain objects instead of by the JSON library, so that numbers keep their rule. */
final class PlainTypes {

    private PlainTypes() {}

    static boolean isPlain(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return isContainer(generic.getRawType())
                    && arguments[arguments.length - 1] == Object.class
                    && (arguments.length == 1 || arguments[0] == String.class);
        }
        return type == Object.class || isContainer(type);
    }

    private static boolean isContainer(Type type) {
        return type == Map.class || type == List.class || type == Collection.class;
    }

    /** Refuses a value that is not of the type, here and not by a class cast somewhere in the caller. */
    static @Nullable Object require(@Nullable Object value, Type type) {
        if (value != null && raw(type) instanceof Class<?> raw && !raw.isPrimitive() && !raw.isInstance(value)) {
            throw new JsonReadException("JSON is not of type " + type.getTypeName(), -1, null);
        }
        return value;
    }

    /** Whether a value is of the type already, its elements included. */
    static boolean fits(@Nullable Object value, Type type) {
        boolean known = type instanceof Class<?> || isPlain(type);
        return value == null || (known && raw(type) instanceof Class<?> raw && raw.isInstance(value));
    }

    private static Type raw(Type type) {
        return type instanceof ParameterizedType generic ? generic.getRawType() : type;
    }
}
