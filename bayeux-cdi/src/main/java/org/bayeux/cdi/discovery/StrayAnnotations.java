package org.bayeux.cdi.discovery;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.annotation.Subscription;
import org.bayeux.cdi.OnChannel;
import org.bayeux.cdi.ToChannel;

/** Annotations of services that nobody would ever look at, because no service comes of them. Confined to the deployment. */
final class StrayAnnotations {

    private static final List<Class<? extends Annotation>> OF_MEMBERS =
            List.of(Configure.class, Listener.class, RemoteCall.class, Session.class, Subscription.class);

    private final Map<Class<?>, AnnotatedType<?>> beans = new LinkedHashMap<>();
    private final Set<String> unmade = new TreeSet<>();
    private final Set<String> unheard = new TreeSet<>();

    /** Takes note of a class with {@link Service}, of which CDI may make no bean. */
    void addService(AnnotatedType<?> type) {
        reason(type)
                .ifPresent(reason -> unmade.add(CdiRule.SERVICE_MADE.brokenBy(
                        type.getJavaClass().getName() + ": CDI makes no bean of a service that " + reason)));
    }

    private static Optional<String> reason(AnnotatedType<?> type) {
        Class<?> service = type.getJavaClass();
        if (service.isMemberClass() && !Modifier.isStatic(service.getModifiers())) {
            return Optional.of("is an inner class");
        }
        boolean canBeMade = type.getConstructors().stream()
                .anyMatch(it -> it.getParameters().isEmpty() || it.isAnnotationPresent(Inject.class));
        // What is abstract is told by the rules of services.
        return canBeMade || Modifier.isAbstract(service.getModifiers())
                ? Optional.empty()
                : Optional.of("has only constructors with parameters, none of them with @Inject");
    }

    /** Takes note of a bean that is no service, if it has annotations of one. */
    void addOther(AnnotatedType<?> type) {
        if (members(type).findAny().isPresent()) {
            beans.put(type.getJavaClass(), type);
        }
    }

    /** Takes note of a bean that names channels where CDI calls and injects nothing. */
    void addBean(AnnotatedType<?> type) {
        type.getMethods().forEach(method -> addMethod(method));
        type.getFields().forEach(this::addField);
    }

    private void addMethod(AnnotatedMethod<?> method) {
        if (isLeftAlone(method)) {
            refuseUnless(
                    !method.isAnnotationPresent(ToChannel.class), CdiRule.DESTINATION_INJECTED, method, "ToChannel");
            boolean named = method.isAnnotationPresent(OnChannel.class)
                    || method.getParameters().stream().anyMatch(it -> it.isAnnotationPresent(OnChannel.class));
            refuseUnless(!named, CdiRule.CHANNEL_OF_OBSERVER, method, "OnChannel");
        }
    }

    private void addField(AnnotatedMember<?> field) {
        boolean named = field.isAnnotationPresent(ToChannel.class);
        refuseUnless(!named || !isLeftAlone(field), CdiRule.DESTINATION_INJECTED, field, "ToChannel");
    }

    private static boolean isLeftAlone(AnnotatedMember<?> member) {
        boolean observes = member instanceof AnnotatedMethod<?> method
                && method.getParameters().stream()
                        .anyMatch(it -> it.isAnnotationPresent(Observes.class)
                                || it.isAnnotationPresent(ObservesAsync.class)
                                || it.isAnnotationPresent(Disposes.class));
        return !observes && !member.isAnnotationPresent(Inject.class) && !member.isAnnotationPresent(Produces.class);
    }

    private void refuseUnless(boolean sound, CdiRule rule, AnnotatedMember<?> member, String annotation) {
        if (!sound) {
            String name = member.getDeclaringType().getJavaClass().getName()
                    + '.'
                    + member.getJavaMember().getName();
            unheard.add(rule.brokenBy(name + ": CDI does nothing with a mere @" + annotation));
        }
    }

    /** What is wrong, each in one line; a bean that a service inherits from is in order. */
    List<String> problems(DiscoveredServices services) {
        Stream<String> others = beans.values().stream()
                .filter(bean -> !services.inherit(bean.getJavaClass()))
                .map(bean -> CdiRule.ANNOTATED_SERVICE.brokenBy(
                        bean.getJavaClass().getName() + ": it has " + names(bean) + " but is no service"));
        return Stream.of(unmade.stream(), others.sorted(), unheard.stream())
                .flatMap(Function.identity())
                .toList();
    }

    private static String names(AnnotatedType<?> bean) {
        return String.join(", ", new TreeSet<>(members(bean).toList()));
    }

    private static Stream<String> members(AnnotatedType<?> type) {
        return Stream.<Annotated>concat(type.getMethods().stream(), type.getFields().stream())
                .flatMap(member -> OF_MEMBERS.stream().filter(member::isAnnotationPresent))
                .map(kind -> '@' + kind.getSimpleName());
    }

    /** Forgets all, as {@link DiscoveredBeans#clear}. */
    void clear() {
        beans.clear();
        unmade.clear();
        unheard.clear();
    }
}
