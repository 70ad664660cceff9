package org.bayeux.cdi.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.reflect.Type;
import java.util.UUID;
import java.util.function.Supplier;
import org.bayeux.annotation.Param;
import org.bayeux.api.Bayeux;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.cdi.ChannelPublisher;
import org.bayeux.cdi.ToChannel;
import org.bayeux.cdi.lifecycle.ServerLifecycle;
import org.bayeux.cdi.lifecycle.ServerLifecycles;
import org.bayeux.cdi.observe.TemplateParameters;
import org.bayeux.cdi.publish.Destination;
import org.bayeux.cdi.publish.FiredEvents;
import org.bayeux.cdi.publish.ServerPublisher;
import org.bayeux.cdi.publish.UserSessions;
import org.bayeux.server.spi.BayeuxEngine;

/**
 * The beans and observers that every application gets.
 *
 * <p>Confined to the deployment.
 *
 * @param lifecycles asked when they are used
 */
record Additions(AfterBeanDiscovery event, Supplier<ServerLifecycles> lifecycles) {

    private static final ToChannel ANY_CHANNEL = ToChannel.Literal.of("");

    void server() {
        event.<BayeuxServer>addBean()
                .beanClass(BayeuxExtension.class)
                .types(Object.class, Bayeux.class, BayeuxServer.class)
                // The web applications of an EAR have an extension each, but may have one store for all their objects.
                .id(BayeuxServer.class.getName() + UUID.randomUUID())
                .scope(ApplicationScoped.class)
                .createWith(context -> lifecycles.get().server());
    }

    /** For libraries that work along with the server. */
    void engine() {
        event.<BayeuxEngine>addBean()
                .beanClass(BayeuxExtension.class)
                .types(Object.class, BayeuxEngine.class)
                .id(BayeuxEngine.class.getName() + UUID.randomUUID())
                .scope(ApplicationScoped.class)
                .createWith(context -> lifecycles.get().current().engine());
    }

    /** Each has the channel of its injection point. */
    void publishers(UserSessions users) {
        event.<ChannelPublisher<Object>>addBean()
                .beanClass(BayeuxExtension.class)
                .types(Object.class, publisherOfAnything())
                .qualifiers(ANY_CHANNEL)
                .scope(Dependent.class)
                .produceWith(
                        beans -> publisher(beans.select(InjectionPoint.class).get(), users));
    }

    private ChannelPublisher<Object> publisher(InjectionPoint point, UserSessions users) {
        String channel = point.getQualifiers().stream()
                .filter(ToChannel.class::isInstance)
                .map(qualifier -> ((ToChannel) qualifier).value())
                .findFirst()
                .orElseThrow();
        ServerLifecycle owner = lifecycles.get().of(point.getMember().getDeclaringClass());
        return new ServerPublisher<>(Destination.of(channel), owner::access, users);
    }

    /** A raw type would be that of publishers of objects only (CDI 4.0, 2.4.2.1). */
    private static <T> Type publisherOfAnything() {
        return new TypeLiteral<ChannelPublisher<T>>() {}.getType();
    }

    /** What observers have injected besides the message. */
    void parameters(TemplateParameters shown) {
        event.<String>addBean()
                .beanClass(BayeuxExtension.class)
                .types(Object.class, String.class)
                .qualifiers(new AnyParameter())
                .scope(Dependent.class)
                .produceWith(beans ->
                        shown.get(nameIn(beans.select(InjectionPoint.class).get())));
    }

    private static String nameIn(InjectionPoint point) {
        return point.getQualifiers().stream()
                .filter(Param.class::isInstance)
                .map(qualifier -> ((Param) qualifier).value())
                .findFirst()
                .orElseThrow();
    }

    void firedEvents() {
        FiredEvents fired = new FiredEvents(() -> lifecycles.get().current().access());
        for (boolean async : new boolean[] {false, true}) {
            event.<Object>addObserverMethod()
                    .beanClass(BayeuxExtension.class)
                    .observedType(Object.class)
                    .addQualifier(ANY_CHANNEL)
                    .async(async)
                    .notifyWith(fired::publish);
        }
    }

    private static final class AnyParameter extends AnnotationLiteral<Param> implements Param {

        private static final long serialVersionUID = 1L;

        @Override
        public String value() {
            return "";
        }
    }
}
