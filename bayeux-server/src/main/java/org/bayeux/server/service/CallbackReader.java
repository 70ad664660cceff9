package org.bayeux.server.service;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bayeux.annotation.Param;

/** Reads the methods of one service class that want messages, and notes what is wrong with them. Confined. */
final class CallbackReader {

    private final AnnotationSource annotations;
    private final Problems problems;
    private final MethodChecks checks;

    CallbackReader(AnnotationSource annotations, Problems problems, MethodChecks checks) {
        this.annotations = annotations;
        this.problems = problems;
        this.checks = checks;
    }

    /** The callback, or nothing if the method has a problem. */
    Optional<Callback> read(CallbackKind kind, Method method, List<String> names) {
        int before = problems.count();
        checks.callable(method, kind.annotation());
        checks.returning(kind.mayReturn(method), method, kind.annotation(), "something else than " + kind.results());
        List<ChannelPattern> channels = checks.channels(method, names);
        channels.forEach(channel -> kind.brokenBy(channel)
                .ifPresent(rule -> problems.add(
                        rule, method, "a method with " + kind.annotation() + " cannot be called for " + channel.id())));
        List<Argument> arguments = arguments(kind, method, channels);
        return problems.count() > before ? Optional.empty() : Optional.of(new Callback(method, channels, arguments));
    }

    private List<Argument> arguments(CallbackKind kind, Method method, List<ChannelPattern> channels) {
        Parameter[] parameters = method.getParameters();
        List<Argument> arguments = leading(kind, parameters);
        int leading = kind.slots().size();
        if (arguments.size() < leading) {
            problems.add(ServiceRule.SIGNATURE, method, wantedBy(kind));
            return arguments;
        }
        List<String> names = new ArrayList<>();
        for (int i = leading; i < parameters.length; i++) {
            templateName(method, parameters[i], i + 1).ifPresent(names::add);
        }
        channels.forEach(channel -> compare(method, channel, names));
        names.forEach(name -> arguments.add(Argument.parameter(name)));
        return arguments;
    }

    /** Fewer than the kind has slots if a parameter is missing or something else. */
    private static List<Argument> leading(CallbackKind kind, Parameter[] parameters) {
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < Math.min(parameters.length, kind.slots().size()); i++) {
            kind.slots().get(i).argument().apply(parameters[i]).ifPresent(arguments::add);
        }
        return arguments;
    }

    private static String wantedBy(CallbackKind kind) {
        String wanted =
                kind.slots().stream().map(CallbackKind.Slot::wanted).collect(Collectors.joining(", ", "(", ")"));
        return "the parameters of a method with " + kind.annotation() + " do not begin with " + wanted;
    }

    private Optional<String> templateName(Method method, Parameter parameter, int position) {
        Param param = annotations.find(parameter, Param.class);
        if (param == null) {
            problems.add(ServiceRule.PARAMETER_ANNOTATED, method, "nothing is known to pass as parameter " + position);
            return Optional.empty();
        }
        if (!parameter.getType().isAssignableFrom(String.class)) {
            problems.add(ServiceRule.PARAMETER_TEXT, method, "parameter '" + param.value() + "' is no String");
        }
        return Optional.of(param.value());
    }

    private void compare(Method method, ChannelPattern channel, List<String> names) {
        List<String> expected = channel.id().getParameters();
        if (!expected.equals(names)) {
            problems.add(
                    ServiceRule.PARAMETERS_AS_IN_TEMPLATE,
                    method,
                    "channel '" + channel.id() + "' has the parameters " + expected + " but the method has " + names);
        }
    }
}
