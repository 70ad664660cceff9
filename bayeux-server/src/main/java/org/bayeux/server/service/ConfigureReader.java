package org.bayeux.server.service;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.bayeux.annotation.Configure;
import org.bayeux.api.server.ConfigurableServerChannel;

/** Reads the methods of one service class that configure channels, and notes what is wrong with them. Confined. */
final class ConfigureReader {

    private static final String ANNOTATION = "@Configure";

    private final Problems problems;
    private final MethodChecks checks;

    ConfigureReader(Problems problems, MethodChecks checks) {
        this.problems = problems;
        this.checks = checks;
    }

    /** What the method configures, or nothing if it has a problem. */
    Optional<ConfigureMethod> read(Method method, Configure configure) {
        int before = problems.count();
        checks.callable(method, ANNOTATION);
        checks.returning(ReturnTypes.isNothing(method), method, ANNOTATION, "something");
        if (method.getParameterCount() != 1
                || !method.getParameterTypes()[0].isAssignableFrom(ConfigurableServerChannel.class)) {
            problems.add(
                    ServiceRule.SIGNATURE,
                    method,
                    "the only parameter of a method with " + ANNOTATION + " is not a ConfigurableServerChannel");
        }
        List<ChannelPattern> channels = checks.channels(method, List.of(configure.value()));
        channels.stream()
                .filter(channel -> channel.id().isTemplate())
                .forEach(channel -> problems.add(
                        ServiceRule.CONFIGURED_CHANNEL_REAL, method, channel.id() + " is a template and no channel"));
        return problems.count() > before ? Optional.empty() : Optional.of(definition(method, channels, configure));
    }

    private static ConfigureMethod definition(Method method, List<ChannelPattern> channels, Configure configure) {
        List<String> names =
                channels.stream().map(channel -> channel.id().getId()).toList();
        return new ConfigureMethod(method, names, configure.errorIfExists(), configure.configureIfExists());
    }
}
