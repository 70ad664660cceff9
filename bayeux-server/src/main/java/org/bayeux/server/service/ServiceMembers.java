package org.bayeux.server.service;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields and methods that an object of a class really has: those of superclasses, and default methods of
 * interfaces, unless overridden.
 *
 * <p>Immutable; in an order that does not depend on the virtual machine.
 *
 * @param fields static ones included, so that annotations on them can be refused
 * @param methods static and private ones included, bridges not
 */
record ServiceMembers(List<Field> fields, List<Method> methods) {

    private static final Comparator<Method> BY_NAME =
            Comparator.comparing(Method::getName).thenComparing(Method::toString);

    static ServiceMembers of(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        List<Method> methods = new ArrayList<>();
        Set<Signature> overridden = new HashSet<>();
        for (Class<?> c : withSuperclasses(type)) {
            Arrays.stream(c.getDeclaredFields())
                    .filter(field -> !field.isSynthetic())
                    .sorted(Comparator.comparing(Field::getName))
                    .forEach(fields::add);
            addMethods(c, methods, overridden);
        }
        for (Method method : sorted(type.getMethods())) {
            if (method.isDefault() && !method.isBridge() && overridden.add(Signature.of(method))) {
                methods.add(method);
            }
        }
        return new ServiceMembers(List.copyOf(fields), List.copyOf(methods));
    }

    private static void addMethods(Class<?> type, List<Method> methods, Set<Signature> overridden) {
        Method[] declared = sorted(type.getDeclaredMethods());
        Set<Signature> here = new HashSet<>();
        for (Method method : declared) {
            if (method.isBridge()) {
                // One that only widens access stands for the superclass's method, which must be found there.
                if (overridesByAnother(method, declared)) {
                    here.add(Signature.of(method));
                }
            } else if (!method.isSynthetic()) {
                boolean hidden = overridden.contains(Signature.of(method));
                if (!hidden || !isOverridable(method)) {
                    methods.add(method);
                }
                if (isOverridable(method)) {
                    here.add(Signature.of(method));
                }
            }
        }
        overridden.addAll(here);
    }

    private static boolean overridesByAnother(Method bridge, Method[] declared) {
        return Arrays.stream(declared)
                .anyMatch(method -> !method.isBridge()
                        && method.getName().equals(bridge.getName())
                        && method.getParameterCount() == bridge.getParameterCount());
    }

    private static boolean isOverridable(Method method) {
        return !Modifier.isPrivate(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
    }

    private static List<Class<?>> withSuperclasses(Class<?> type) {
        List<Class<?>> all = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            all.add(c);
        }
        return all;
    }

    private static Method[] sorted(Method[] methods) {
        Arrays.sort(methods, BY_NAME);
        return methods;
    }

    /** What an overriding method has in common with the overridden one. */
    private record Signature(String name, List<Class<?>> parameters) {

        static Signature of(Method method) {
            return new Signature(method.getName(), List.of(method.getParameterTypes()));
        }
    }
}
