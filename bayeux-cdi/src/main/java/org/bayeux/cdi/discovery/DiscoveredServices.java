package org.bayeux.cdi.discovery;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bayeux.annotation.Service;
import org.bayeux.cdi.ClientSessionScoped;
import org.bayeux.cdi.lifecycle.ServiceBean;
import org.bayeux.server.service.ServiceReader;
import org.bayeux.server.service.ServiceReading;

/** The services that CDI found in an application. Confined to the deployment. */
final class DiscoveredServices {

    private final Map<Class<?>, ServiceReading> readings = new HashMap<>();
    private final List<ServiceBean> beans = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** What the annotations of a class say; empty if it is no service. */
    Optional<ServiceReading> read(AnnotatedType<?> type) {
        return type.isAnnotationPresent(Service.class)
                ? Optional.of(readings.computeIfAbsent(
                        type.getJavaClass(), javaClass -> ServiceReader.read(javaClass, new CdiAnnotations(type))))
                : Optional.empty();
    }

    /**
     * Takes note of a service.
     *
     * @param sessionBean whether it is an EJB; it may be dependent, because its one reference reaches lasting objects
     * @param proxied whether its scope is one whose objects hide behind a proxy
     */
    void add(Bean<?> bean, ServiceReading reading, boolean sessionBean, boolean proxied) {
        beans.add(new ServiceBean(bean, reading.definition()));
        reading.problems().forEach(problem -> problems.add(problem.toString()));
        if (bean.getScope() == Dependent.class && !sessionBean) {
            problems.add(CdiRule.SERVICE_LASTING.brokenBy(bean.getBeanClass().getName() + ": a service is @Dependent"));
        }
        Class<?> scope = bean.getScope();
        if (scope == ClientSessionScoped.class && reading.definition().hasConfigurations()) {
            problems.add(
                    CdiRule.CONFIGURED_BY_LASTING.brokenBy(bean.getBeanClass().getName()
                            + ": a service of one client configures channels, which is done before there are clients"));
        }
        Guards.contradictingOn(bean.getBeanClass())
                .forEach(member -> problems.add(CdiRule.GUARDED_ONE_WAY.brokenBy(
                        member + ": two of @RolesAllowed, @PermitAll and @DenyAll contradict each other")));
        if (proxied && !sessionBean && !Proxyability.isProxyable(bean.getBeanClass())) {
            problems.add(CdiRule.SERVICE_PROXYABLE.brokenBy(bean.getBeanClass().getName() + ": a service is @"
                    + bean.getScope().getSimpleName() + ", but there can be no proxy of it"));
        }
    }

    /** Takes note of a class that CDI makes no bean of; if it is not abstract, that is not for this to judge. */
    void addAbstract(AnnotatedType<?> type) {
        if (Modifier.isAbstract(type.getJavaClass().getModifiers())) {
            read(type).ifPresent(reading -> reading.problems().forEach(problem -> problems.add(problem.toString())));
        }
    }

    /** Whether a service has the members of a class. */
    boolean inherit(Class<?> ancestor) {
        return beans.stream()
                .anyMatch(service ->
                        ancestor.isAssignableFrom(service.definition().type()));
    }

    /** What is wrong with the services, each in one line. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Forgets all, as {@link DiscoveredBeans#clear}. */
    void clear() {
        readings.clear();
        beans.clear();
        problems.clear();
    }

    /** In an order that does not depend on the container. */
    List<ServiceBean> beans() {
        return beans.stream()
                .sorted(Comparator.comparing(
                        service -> service.definition().type().getName()))
                .toList();
    }

    /** Each channel that a service configures after another did, although it says that this is an error. */
    static List<String> configuredTwice(List<ServiceBean> services) {
        Map<String, String> first = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (ServiceBean service : services) {
            String name = service.definition().type().getName();
            service.definition().configuredChannels().forEach(channel -> {
                String before = first.putIfAbsent(channel.getKey(), name);
                if (before != null && channel.getValue()) {
                    twice.add(name + ": " + before + " has configured " + channel.getKey());
                }
            });
        }
        return twice;
    }

    /** Each target that more than one service answers, with its services. */
    static List<String> ambiguousTargets(List<ServiceBean> services) {
        Map<String, List<String>> answering = new HashMap<>();
        for (ServiceBean service : services) {
            for (String target : service.definition().remoteCallChannels()) {
                answering
                        .computeIfAbsent(target, absent -> new ArrayList<>())
                        .add(service.definition().type().getName());
            }
        }
        return answering.entrySet().stream()
                .filter(target -> target.getValue().size() > 1)
                .map(target -> target.getKey() + " by " + target.getValue())
                .sorted()
                .toList();
    }
}
