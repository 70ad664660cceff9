package org.bayeux.server.service;

import java.util.List;
import java.util.Map;

/**
 * What the annotations of a service class say, freed from where they were found.
 *
 * <p>Metadata only: it holds no object of the service and belongs to no server. Made by {@link ServiceReader}, put onto
 * a server by {@link ServiceBinder}. Immutable.
 */
public final class ServiceDefinition {

    private final Class<?> type;
    private final String name;
    private final List<SessionPoint> sessionPoints;
    private final List<ConfigureMethod> configurations;
    private final List<ListenerMethod> listeners;
    private final List<Callback> subscriptions;
    private final List<Callback> remoteCalls;

    ServiceDefinition(
            Class<?> type,
            String name,
            List<SessionPoint> sessionPoints,
            List<ConfigureMethod> configurations,
            List<ListenerMethod> listeners,
            List<Callback> subscriptions,
            List<Callback> remoteCalls) {
        this.type = type;
        this.name = name;
        this.sessionPoints = List.copyOf(sessionPoints);
        this.configurations = List.copyOf(configurations);
        this.listeners = List.copyOf(listeners);
        this.subscriptions = List.copyOf(subscriptions);
        this.remoteCalls = List.copyOf(remoteCalls);
    }

    /** The class that carries the annotations, never a proxy class. */
    public Class<?> type() {
        return type;
    }

    /** What its session is named after. */
    public String name() {
        return name;
    }

    /** Where its objects want their session. */
    public List<SessionPoint> sessionPoints() {
        return sessionPoints;
    }

    /** The targets of its remote calls as channels, such as {@code /service/contacts/{userId}}. */
    public List<String> remoteCallChannels() {
        return remoteCalls.stream()
                .flatMap(call -> call.channels().stream())
                .map(channel -> channel.id().getId())
                .toList();
    }

    /** Whether it has anything that a server could call. */
    public boolean hasCallbacks() {
        return !listeners.isEmpty() || !subscriptions.isEmpty() || !remoteCalls.isEmpty();
    }

    /** Whether it configures channels. */
    public boolean hasConfigurations() {
        return !configurations.isEmpty();
    }

    /** The channels it configures, in that order, and whether each must not be there already. */
    public List<Map.Entry<String, Boolean>> configuredChannels() {
        return configurations.stream()
                .flatMap(it -> it.channels().stream().map(channel -> Map.entry(channel, it.errorIfExists())))
                .toList();
    }

    List<ConfigureMethod> configurations() {
        return configurations;
    }

    List<ListenerMethod> listeners() {
        return listeners;
    }

    List<Callback> subscriptions() {
        return subscriptions;
    }

    List<Callback> remoteCalls() {
        return remoteCalls;
    }

    @Override
    public String toString() {
        return "service " + name + " of " + type.getName();
    }
}
