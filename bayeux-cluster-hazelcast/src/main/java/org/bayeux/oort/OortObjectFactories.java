package org.bayeux.oort;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bayeux.wire.JsonContext;
import org.jspecify.annotations.Nullable;

/** Makes the usual parts of shared objects (manual 9.7.1.2). */
public final class OortObjectFactories {

    private OortObjectFactories() {}

    /** Lists, whose elements are as JSON carries them. */
    public static <E> OortObject.Factory<List<E>> forList() {
        return forList(Object.class);
    }

    /** Lists, whose elements are made of what JSON carries by the JSON library of the server. */
    @SuppressWarnings("unchecked") // what is read is of the type
    public static <E> OortObject.Factory<List<E>> forList(Type elements) {
        return new Converting<>() {
            @Override
            public List<E> newObject(@Nullable Object representation, @Nullable JsonContext json) {
                List<E> list = new CopyOnWriteArrayList<>();
                if (representation instanceof Collection<?> all) {
                    list.addAll((List<E>)
                            all.stream().map(it -> convert(it, elements, json)).toList());
                }
                return list;
            }
        };
    }

    /** Maps, whose values are as JSON carries them. */
    public static <K, V> OortObject.Factory<ConcurrentMap<K, V>> forConcurrentMap() {
        return forConcurrentMap(Object.class);
    }

    /** Maps, whose values are made of what JSON carries by the JSON library of the server. */
    @SuppressWarnings("unchecked") // what is read is of the type, and the keys are those of the map
    public static <K, V> OortObject.Factory<ConcurrentMap<K, V>> forConcurrentMap(Type values) {
        return new Converting<>() {
            @Override
            public ConcurrentMap<K, V> newObject(@Nullable Object representation, @Nullable JsonContext json) {
                ConcurrentMap<K, V> map = new ConcurrentHashMap<>();
                if (representation instanceof Map<?, ?> all) {
                    all.forEach((key, value) -> map.put((K) key, (V) convert(value, values, json)));
                }
                return map;
            }
        };
    }

    /** Numbers, which begin with zero. */
    public static OortObject.Factory<Long> forLong() {
        return it -> it instanceof Number number ? number.longValue() : 0L;
    }

    /** Numbers, which begin with zero. */
    public static OortObject.Factory<Double> forDouble() {
        return it -> it instanceof Number number ? number.doubleValue() : 0.0;
    }

    /** Truth, which begins with false. */
    public static OortObject.Factory<Boolean> forBoolean() {
        return it -> it instanceof Boolean truth ? truth : Boolean.FALSE;
    }

    /** Text, which begins empty. */
    public static OortObject.Factory<String> forString() {
        return it -> it == null ? "" : String.valueOf(it);
    }

    /** Anything that the JSON library of the server writes and reads as this type, which begins with {@code initial}. */
    public static <T> OortObject.Factory<T> forObject(Class<T> type, T initial) {
        return new Converting<>() {
            @Override
            public T newObject(@Nullable Object representation, @Nullable JsonContext json) {
                return representation == null ? initial : type.cast(convert(representation, type, json));
            }
        };
    }

    private static Object convert(@Nullable Object value, Type type, @Nullable JsonContext json) {
        Object converted = type instanceof Class<?> plain && plain.isInstance(value)
                ? value
                : Objects.requireNonNull(json).convert(value, type);
        return Objects.requireNonNull(converted, "null is no legal element or value");
    }

    /** Made by the server, it has its JSON library; made by an application itself, it takes what needs none. */
    private abstract static class Converting<T> implements OortObject.Factory<T> {

        @Override
        public T newObject(@Nullable Object representation) {
            return newObject(representation, null);
        }

        @Override
        public abstract T newObject(@Nullable Object representation, @Nullable JsonContext json);
    }
}
