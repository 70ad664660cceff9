package org.bayeux.server.service;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Subscription;
import org.bayeux.api.Channel;

/**
 * Makes the definition of a service class and finds all mistakes in it.
 *
 * <p>A method counts if it is annotated itself, not only one that it overrides; methods inherited from superclasses and
 * default methods of interfaces count once. Confined to one call.
 */
public final class ServiceReader {

    private final Class<?> type;
    private final AnnotationSource annotations;
    private final Problems problems;
    private final ConfigureReader configures;
    private final CallbackReader callbacks;
    private final List<SessionPoint> sessionPoints = new ArrayList<>();
    private final List<ConfigureMethod> configurations = new ArrayList<>();
    private final List<ListenerMethod> listeners = new ArrayList<>();
    private final List<Callback> subscriptions = new ArrayList<>();
    private final List<Callback> remoteCalls = new ArrayList<>();

    private ServiceReader(Class<?> type, AnnotationSource annotations) {
        this.type = type;
        this.annotations = annotations;
        this.problems = new Problems(type);
        MethodChecks checks = new MethodChecks(problems);
        this.configures = new ConfigureReader(problems, checks);
        this.callbacks = new CallbackReader(type, annotations, problems, checks);
    }

    /** Whether a class says itself that it is a service; what it inherits from does not count. */
    public static boolean isService(Class<?> type, AnnotationSource annotations) {
        return annotations.find(type, Service.class) != null;
    }

    /**
     * Reads a class.
     *
     * @param type the class itself, not a proxy class
     * @throws IllegalArgumentException if it is no service
     */
    public static ServiceReading read(Class<?> type, AnnotationSource annotations) {
        Service service = annotations.find(type, Service.class);
        if (service == null) {
            throw new IllegalArgumentException(type.getName() + " is not annotated with @Service");
        }
        return new ServiceReader(type, annotations)
                .read(service.value().isEmpty() ? type.getSimpleName() : service.value());
    }

    private ServiceReading read(String name) {
        if (Modifier.isAbstract(type.getModifiers())) {
            problems.add(ServiceRule.CLASS_CONCRETE, "a service class is abstract");
        }
        ServiceMembers members = ServiceMembers.of(type);
        SessionPointReader sessions = new SessionPointReader(annotations, problems);
        members.fields().forEach(field -> sessions.read(field).ifPresent(sessionPoints::add));
        members.methods().forEach(method -> sessions.read(method).ifPresent(sessionPoints::add));
        members.methods().forEach(this::readMethod);
        checkTargets();
        return new ServiceReading(
                new ServiceDefinition(type, name, sessionPoints, configurations, listeners, subscriptions, remoteCalls),
                problems.found());
    }

    private void readMethod(Method method) {
        Configure configure = annotations.find(method, Configure.class);
        if (configure != null) {
            configures.read(method, configure).ifPresent(configurations::add);
        }
        Listener listener = annotations.find(method, Listener.class);
        if (listener != null) {
            callbacks
                    .read(CallbackKind.LISTENER, method, List.of(listener.value()))
                    .map(callback -> new ListenerMethod(callback, listener.receiveOwnPublishes()))
                    .ifPresent(listeners::add);
        }
        Subscription subscription = annotations.find(method, Subscription.class);
        if (subscription != null) {
            callbacks
                    .read(CallbackKind.SUBSCRIPTION, method, List.of(subscription.value()))
                    .ifPresent(subscriptions::add);
        }
        RemoteCall remoteCall = annotations.find(method, RemoteCall.class);
        if (remoteCall != null) {
            checkPrefix(method, remoteCall);
            callbacks
                    .read(CallbackKind.REMOTE_CALL, method, channelsOf(remoteCall))
                    .ifPresent(remoteCalls::add);
        }
    }

    private void checkPrefix(Method method, RemoteCall remoteCall) {
        for (String target : remoteCall.value()) {
            if (target.startsWith(Channel.SERVICE + '/')) {
                problems.add(
                        ServiceRule.TARGET_LEGAL,
                        method,
                        "the target '" + target + "' begins with " + Channel.SERVICE + ", which clients do not say");
            }
        }
    }

    private static List<String> channelsOf(RemoteCall remoteCall) {
        return Arrays.stream(remoteCall.value())
                .map(target -> target.startsWith("/") ? target : '/' + target)
                .map(target -> Channel.SERVICE + target)
                .toList();
    }

    private void checkTargets() {
        Set<String> seen = new HashSet<>();
        for (Callback remoteCall : remoteCalls) {
            for (ChannelPattern target : remoteCall.channels()) {
                if (!seen.add(target.id().getId())) {
                    problems.add(
                            ServiceRule.TARGET_ONCE,
                            remoteCall.method(),
                            "another method answers the calls on " + target.id() + " too");
                }
            }
        }
    }
}
