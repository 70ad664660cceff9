package org.bayeux.server.service;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bayeux.annotation.Param;
import org.bayeux.api.BinaryData;

/**
 * Finds out what the parameters of one callback method are given, in whatever order they stand: those with {@link Param}
 * parts of the channel, those of certain types session, message or caller, the one that is left the payload. Confined.
 */
final class ArgumentReader {

    private static final List<String> OUR_PACKAGES = List.of("org.bayeux.api.", "org.bayeux.annotation.");

    private final PayloadTypes payloads;
    private final AnnotationSource annotations;
    private final Problems problems;
    private final CallbackKind kind;
    private final Method method;
    private final List<Argument> arguments = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private boolean payload;

    ArgumentReader(Class<?> type, AnnotationSource annotations, Problems problems, CallbackKind kind, Method method) {
        this.payloads = new PayloadTypes(type);
        this.annotations = annotations;
        this.problems = problems;
        this.kind = kind;
        this.method = method;
    }

    /** One for each parameter, as long as there is no problem. */
    List<Argument> read(List<ChannelPattern> channels) {
        for (Parameter parameter : method.getParameters()) {
            Param param = annotations.find(parameter, Param.class);
            if (param == null) {
                plain(parameter).ifPresent(arguments::add);
            } else {
                segment(parameter, param.value()).ifPresent(arguments::add);
            }
        }
        channels.forEach(this::compare);
        return arguments;
    }

    private Optional<Argument> plain(Parameter parameter) {
        Class<?> type = parameter.getType();
        Optional<Argument> given = kind.given(type);
        if (given.isPresent()) {
            return given;
        }
        if (isOurs(type) || PayloadTypes.isOfContainer(type)) {
            problems.add(
                    ServiceRule.SIGNATURE,
                    method,
                    "a method with " + kind.annotation() + " is given no " + type.getSimpleName() + ", but "
                            + kind.givenTypes());
            return Optional.empty();
        }
        if (payload) {
            problems.add(
                    ServiceRule.ONE_PAYLOAD,
                    method,
                    "'" + type.getSimpleName() + "' would be a second parameter for the payload");
            return Optional.empty();
        }
        payload = true;
        Optional<Type> known = payloads.of(parameter);
        if (known.isEmpty()) {
            problems.add(
                    ServiceRule.PAYLOAD_TYPE_KNOWN,
                    method,
                    "no payload can be read as " + parameter.getParameterizedType());
        }
        return known.map(DataArgument::new);
    }

    private static boolean isOurs(Class<?> type) {
        return type != BinaryData.class && OUR_PACKAGES.stream().anyMatch(type.getName()::startsWith);
    }

    private Optional<Argument> segment(Parameter parameter, String name) {
        names.add(name);
        Optional<Function<String, Object>> conversion = TextConversion.to(parameter.getType());
        if (conversion.isEmpty()) {
            problems.add(
                    ServiceRule.PARAMETER_TYPE,
                    method,
                    "parameter '" + name + "' is a " + parameter.getType().getSimpleName());
        }
        return conversion.map(it -> new SegmentArgument(name, it));
    }

    private void compare(ChannelPattern channel) {
        List<String> expected = channel.id().getParameters();
        boolean once = names.size() == new HashSet<>(names).size();
        if (!once || !Set.copyOf(expected).equals(Set.copyOf(names))) {
            problems.add(
                    ServiceRule.PARAMETERS_AS_IN_TEMPLATE,
                    method,
                    "channel '" + channel.id() + "' has the parameters " + expected + " but the method has " + names);
        }
    }
}
