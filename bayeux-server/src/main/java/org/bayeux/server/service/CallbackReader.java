package org.bayeux.server.service;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** Reads the methods of one service class that want messages, and notes what is wrong with them. Confined. */
final class CallbackReader {

    private final Class<?> type;
    private final AnnotationSource annotations;
    private final Problems problems;
    private final MethodChecks checks;

    CallbackReader(Class<?> type, AnnotationSource annotations, Problems problems, MethodChecks checks) {
        this.type = type;
        this.annotations = annotations;
        this.problems = problems;
        this.checks = checks;
    }

    /** The callback, or nothing if the method has a problem. */
    Optional<Callback> read(CallbackKind kind, Method method, List<String> names) {
        int before = problems.count();
        checks.callable(method, kind.annotation());
        checks.returning(kind.mayReturn(method), method, kind.annotation(), "something else than " + kind.results());
        checks.asynchronous(method);
        List<ChannelPattern> channels = checks.channels(method, names);
        channels.forEach(channel -> kind.brokenBy(channel)
                .ifPresent(rule -> problems.add(
                        rule, method, "a method with " + kind.annotation() + " cannot be called for " + channel.id())));
        List<Argument> arguments = new ArgumentReader(type, annotations, problems, kind, method).read(channels);
        return problems.count() > before ? Optional.empty() : Optional.of(new Callback(method, channels, arguments));
    }
}
