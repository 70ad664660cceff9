package org.bayeux.oort.cdi;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bayeux.oort.OortObject;
import org.bayeux.wire.JsonContext;
import org.jspecify.annotations.Nullable;

/** Makes parts of any type that the JSON library of the server knows. Immutable. */
record TypedFactory(Type type) implements OortObject.Factory<Object> {

    private static final Map<Type, Object> BEGINNINGS = Map.ofEntries(
            Map.entry(Long.class, 0L),
            Map.entry(Integer.class, 0),
            Map.entry(Double.class, 0.0),
            Map.entry(Boolean.class, false),
            Map.entry(String.class, ""),
            Map.entry(Map.class, Map.of()),
            Map.entry(List.class, List.of()),
            Map.entry(Set.class, Set.of()),
            Map.entry(Collection.class, List.of()));

    /** Whether there is a part to begin with. */
    static boolean canBegin(Type type) {
        return BEGINNINGS.containsKey(raw(type)) || isMadeOfNothing(raw(type));
    }

    private static boolean isMadeOfNothing(Class<?> type) {
        try {
            return !Modifier.isAbstract(type.getModifiers())
                    && constructor(type).trySetAccessible();
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
        return type.getDeclaredConstructor();
    }

    private static Class<?> raw(Type type) {
        Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        return raw instanceof Class<?> plain ? plain : Object[].class;
    }

    @Override
    public Object newObject(@Nullable Object representation) {
        if (representation == null) {
            return beginning();
        }
        throw new IllegalArgumentException("a " + type.getTypeName() + " is read by the JSON library of a server");
    }

    @Override
    public Object newObject(@Nullable Object representation, JsonContext json) {
        return representation == null
                ? beginning()
                : Objects.requireNonNull(json.<Object>convert(representation, type), "null is no legal part");
    }

    private Object beginning() {
        Object known = BEGINNINGS.get(raw(type));
        return known == null ? made(raw(type)) : known;
    }

    private static Object made(Class<?> type) {
        try {
            Constructor<?> constructor = constructor(type);
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The constructor of " + type.getName() + " fails", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " has no constructor without parameters", e);
        }
    }
}
