package org.bayeux.server.service;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What all annotated methods of one service class have to keep to. Confined to one reading. */
final class MethodChecks {

    private final Problems problems;

    MethodChecks(Problems problems) {
        this.problems = problems;
    }

    /** Notes what keeps a method from being called from outside. */
    void callable(Method method, String annotation) {
        int modifiers = method.getModifiers();
        if (!Modifier.isPublic(modifiers)) {
            problems.add(ServiceRule.METHOD_PUBLIC, method, "a method with " + annotation + " is not public");
        } else {
            // A public method of a class that is not public cannot be called reflectively otherwise.
            method.trySetAccessible();
        }
        if (Modifier.isStatic(modifiers)) {
            problems.add(ServiceRule.METHOD_OF_INSTANCE, method, "a method with " + annotation + " is static");
        }
        if (method.getTypeParameters().length > 0) {
            problems.add(
                    ServiceRule.METHOD_NOT_GENERIC, method, "a method with " + annotation + " has type parameters");
        }
    }

    /** Notes a result that nobody would look at. */
    void returning(boolean legal, Method method, String annotation, String results) {
        if (!legal) {
            problems.add(ServiceRule.RETURN_TYPE, method, "a method with " + annotation + " returns " + results);
        }
    }

    /** Notes a result that the container could not let come later. */
    void asynchronous(Method method) {
        boolean legal = ReturnTypes.isNothing(method) || ReturnTypes.isLater(method);
        if (JakartaAnnotation.ASYNCHRONOUS.isOn(method) && !legal) {
            problems.add(
                    ServiceRule.ASYNCHRONOUS_RESULT,
                    method,
                    "an asynchronous method returns " + method.getReturnType().getSimpleName());
        }
    }

    /** The legal ones among the named channels. */
    List<ChannelPattern> channels(Method method, List<String> names) {
        if (names.isEmpty()) {
            problems.add(ServiceRule.CHANNEL_GIVEN, method, "no channel is given");
        }
        List<ChannelPattern> channels = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            Optional<ChannelPattern> channel = channel(method, name);
            channel.ifPresent(channels::add);
            if (channel.isPresent() && !seen.add(channel.get().id().getId())) {
                problems.add(ServiceRule.CHANNEL_ONCE, method, "channel '" + name + "' is given twice");
            }
        }
        return channels;
    }

    private Optional<ChannelPattern> channel(Method method, String name) {
        try {
            return Optional.of(ChannelPattern.of(name));
        } catch (IllegalArgumentException e) {
            problems.add(ServiceRule.CHANNEL_LEGAL, method, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
