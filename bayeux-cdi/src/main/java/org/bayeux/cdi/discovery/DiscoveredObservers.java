package org.bayeux.cdi.discovery;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bayeux.annotation.Param;
import org.bayeux.api.ChannelId;
import org.bayeux.cdi.OnChannel;
import org.bayeux.cdi.event.BayeuxEvent;
import org.bayeux.cdi.observe.ChannelObserver;
import org.bayeux.cdi.observe.ChannelObservers;
import org.bayeux.cdi.observe.EventObserver;
import org.bayeux.cdi.observe.EventObservers;
import org.bayeux.cdi.observe.TemplateParameters;
import org.bayeux.server.service.ChannelPattern;
import org.jspecify.annotations.Nullable;

/** The observers of messages, sessions and channels that CDI found in an application. Confined to the deployment. */
final class DiscoveredObservers {

    private final List<ChannelObserver> ofMessages = new ArrayList<>();
    private final List<EventObserver> ofEvents = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean takeParameters;

    /**
     * Takes note of an observer if it concerns a server.
     *
     * @param annotated where it is declared; {@code null} if an extension made it
     */
    void add(ObserverMethod<?> method, @Nullable AnnotatedMethod<?> annotated) {
        Optional<OnChannel> channels = channelsOf(method);
        ObservedMessage message = ObservedMessage.of(method.getObservedType());
        String name = annotated == null ? "notify" : annotated.getJavaMember().getName();
        String member = method.getBeanClass().getName() + '.' + name + parameters(annotated);
        if (channels.isPresent() || message.isMessage()) {
            addOfMessages(method, message, channels, name, member);
            if (annotated != null) {
                problems.addAll(ObserverMethods.problemsOfMessages(annotated, member));
            }
            checkParameters(annotated, channels.map(it -> it.value()).orElse(new String[0]), member);
        } else if (BayeuxEvent.class.isAssignableFrom(message.raw()) && isUnqualified(method)) {
            checkPhase(method, member);
            ofEvents.add(new EventObserver(method, name, message.raw()));
        } else {
            return;
        }
        if (annotated != null) {
            problems.addAll(ObserverMethods.problems(annotated, member));
        }
    }

    /** Takes note of what is to be injected, if only an observer of messages can have it. */
    void add(InjectionPoint point) {
        boolean isParameter = point.getQualifiers().stream().anyMatch(Param.class::isInstance);
        takeParameters |= isParameter;
        boolean isOfObserver = point.getAnnotated() instanceof AnnotatedParameter<?> parameter
                && parameter.getDeclaringCallable().getParameters().stream().anyMatch(DiscoveredObservers::isMessage);
        if (isParameter && !isOfObserver) {
            Member member = point.getMember();
            refuse(
                    CdiRule.PARAMETER_OF_OBSERVER,
                    member.getDeclaringClass().getName() + '.' + member.getName(),
                    "no message is there when @Param is injected");
        }
    }

    private static boolean isMessage(AnnotatedParameter<?> parameter) {
        return (parameter.isAnnotationPresent(Observes.class) || parameter.isAnnotationPresent(ObservesAsync.class))
                && ObservedMessage.of(parameter.getBaseType()).isMessage();
    }

    private void addOfMessages(
            ObserverMethod<?> method,
            ObservedMessage message,
            Optional<OnChannel> channels,
            String name,
            String member) {
        int before = problems.size();
        checkMessage(method, message, member);
        List<ChannelPattern> patterns =
                patterns(channels.map(it -> List.of(it.value())).orElse(List.of()), member);
        if (problems.size() == before) {
            ofMessages.add(new ChannelObserver(method, name, patterns, message.payload(), message.vetoes()));
        }
    }

    private void checkMessage(ObserverMethod<?> method, ObservedMessage message, String member) {
        if (!message.isMessage()) {
            refuse(CdiRule.OBSERVED_MESSAGE, member, "@OnChannel stands on " + message.shown());
        } else if (!message.isReadable()) {
            refuse(CdiRule.OBSERVED_PAYLOAD, member, "no payload can be read as that of " + message.shown());
        }
        if (message.vetoes() && method.isAsync()) {
            refuse(CdiRule.VETO_IN_TIME, member, "an asynchronous observer comes too late for a veto");
        }
        checkPhase(method, member);
    }

    private void checkPhase(ObserverMethod<?> method, String member) {
        if (method.getTransactionPhase() != TransactionPhase.IN_PROGRESS) {
            refuse(CdiRule.OBSERVED_AT_ONCE, member, "it waits for " + method.getTransactionPhase());
        }
    }

    private List<ChannelPattern> patterns(List<String> names, String member) {
        List<ChannelPattern> patterns = new ArrayList<>();
        Set<Set<String>> parameters = new HashSet<>();
        for (String name : names) {
            try {
                ChannelPattern pattern = ChannelPattern.of(name);
                patterns.add(pattern);
                parameters.add(Set.copyOf(new ChannelId(name).getParameters()));
            } catch (IllegalArgumentException e) {
                refuse(CdiRule.OBSERVED_CHANNEL_LEGAL, member, "@OnChannel(\"" + name + "\"): " + e.getMessage());
            }
        }
        if (names.isEmpty()) {
            refuse(CdiRule.OBSERVED_CHANNEL_GIVEN, member, "it observes messages of no channel");
        } else if (parameters.size() > 1) {
            refuse(CdiRule.TEMPLATES_ALIKE, member, "its channels have different parameters: " + names);
        }
        return patterns;
    }

    private void checkParameters(@Nullable AnnotatedMethod<?> annotated, String[] channels, String member) {
        List<String> known = Arrays.stream(channels)
                .flatMap(DiscoveredObservers::parametersOf)
                .distinct()
                .toList();
        for (AnnotatedParameter<?> parameter : parametersOf(annotated)) {
            Param wanted = parameter.getAnnotation(Param.class);
            if (wanted == null) {
                continue;
            }
            if (!known.contains(wanted.value())) {
                refuse(
                        CdiRule.PARAMETER_KNOWN,
                        member,
                        "@Param(\"" + wanted.value() + "\") is none of the parameters " + known);
            }
            if (parameter.getBaseType() != String.class) {
                refuse(CdiRule.PARAMETER_TEXT, member, "@Param(\"" + wanted.value() + "\") is no String");
            }
        }
    }

    private static List<? extends AnnotatedParameter<?>> parametersOf(@Nullable AnnotatedMethod<?> annotated) {
        return annotated == null ? List.of() : annotated.getParameters();
    }

    private static Stream<String> parametersOf(String channel) {
        try {
            return new ChannelId(channel).getParameters().stream();
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /** Whether a parameter of a template is to be injected anywhere. */
    boolean takeParameters() {
        return takeParameters;
    }

    /** What is wrong with the observers, each in one line. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Those of messages, in an order that does not depend on the container. */
    ChannelObservers ofMessages(Predicate<Class<?>> seen, TemplateParameters shown) {
        return new ChannelObservers(inOrder(ofMessages, seen, ChannelObserver::method, ChannelObserver::name), shown);
    }

    /** Those of sessions and channels, likewise. */
    EventObservers ofEvents(Predicate<Class<?>> seen) {
        return new EventObservers(inOrder(ofEvents, seen, EventObserver::method, EventObserver::name));
    }

    private static <O> List<O> inOrder(
            List<O> found, Predicate<Class<?>> seen, Function<O, ObserverMethod<?>> method, Function<O, String> name) {
        return found.stream()
                .filter(it -> seen.test(method.apply(it).getBeanClass()))
                .sorted(Comparator.comparing(
                                (O it) -> method.apply(it).getBeanClass().getName())
                        .thenComparing(name))
                .toList();
    }

    private void refuse(CdiRule rule, String member, String what) {
        problems.add(rule.brokenBy(member + ": " + what));
    }

    private static Optional<OnChannel> channelsOf(ObserverMethod<?> method) {
        return method.getObservedQualifiers().stream()
                .filter(OnChannel.class::isInstance)
                .map(OnChannel.class::cast)
                .findFirst();
    }

    private static boolean isUnqualified(ObserverMethod<?> method) {
        return Set.of(Any.Literal.INSTANCE).containsAll(method.getObservedQualifiers());
    }

    private static String parameters(@Nullable AnnotatedMethod<?> annotated) {
        return annotated == null
                ? ""
                : Arrays.stream(annotated.getJavaMember().getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
