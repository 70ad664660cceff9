package org.bayeux.oort.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bayeux.cdi.config.Settings;
import org.bayeux.cdi.discovery.BayeuxExtension;
import org.bayeux.oort.Oort;
import org.bayeux.oort.Seti;
import org.bayeux.oort.event.MemberJoined;
import org.bayeux.oort.event.MemberLeft;
import org.bayeux.oort.event.PresenceAdded;
import org.bayeux.oort.event.PresenceRemoved;
import org.bayeux.server.spi.BayeuxEngine;

/** An application with a server, as its web container would start it. */
final class Application implements AutoCloseable {

    private final SeContainer container;
    private final Watcher watcher;

    private Application(SeContainer container, Watcher watcher) {
        this.container = container;
        this.watcher = watcher;
    }

    /** Starts one with these options, names and values by turns, and these beans. */
    static Application start(List<String> options, Object... beans) {
        return start(options, List.of(), beans);
    }

    /** The same, with beans that CDI makes. */
    static Application start(List<String> options, List<Class<?>> classes, Object... beans) {
        Watcher watcher = new Watcher(List.of(beans));
        SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new BayeuxExtension(), new OortExtension(), watcher)
                .addBeanClasses(classes.toArray(Class<?>[]::new))
                .initialize();
        try {
            Map<String, String> parameters = new HashMap<>();
            for (int i = 0; i < options.size(); i += 2) {
                parameters.put("bayeux." + options.get(i), options.get(i + 1));
            }
            container
                    .getBeanManager()
                    .getExtension(BayeuxExtension.class)
                    .lifecycles()
                    .current()
                    .start(Settings.read(parameters), () -> {});
        } catch (RuntimeException e) {
            container.close();
            throw e;
        }
        return new Application(container, watcher);
    }

    Oort oort() {
        return container.select(Oort.class).get();
    }

    BayeuxEngine engine() {
        return container.select(BayeuxEngine.class).get();
    }

    OortNode node() {
        return container.select(OortNode.class).get();
    }

    <T> T get(Class<T> bean) {
        return container.select(bean).get();
    }

    Seti seti() {
        return container.select(Seti.class).get();
    }

    /** Which users its observers heard of. */
    List<String> users() {
        return watcher.users;
    }

    /** What its observers heard. */
    List<String> events() {
        return watcher.events;
    }

    @Override
    public void close() {
        container.close();
    }

    private static final class Watcher implements Extension {

        private final List<String> events = new CopyOnWriteArrayList<>();
        private final List<String> users = new CopyOnWriteArrayList<>();
        private final List<Object> beans;

        Watcher(List<Object> beans) {
            this.beans = beans;
        }

        @SuppressWarnings("unused") // called by CDI
        void add(@Observes AfterBeanDiscovery event) {
            event.<MemberJoined>addObserverMethod()
                    .beanClass(Watcher.class)
                    .observedType(MemberJoined.class)
                    .notifyWith(it -> events.add("joined " + it.getEvent().url()));
            event.<MemberLeft>addObserverMethod()
                    .beanClass(Watcher.class)
                    .observedType(MemberLeft.class)
                    .notifyWith(it -> events.add("left " + it.getEvent().url()));
            event.<PresenceAdded>addObserverMethod()
                    .beanClass(Watcher.class)
                    .observedType(PresenceAdded.class)
                    .notifyWith(it -> users.add(
                            "+" + it.getEvent().userId() + "@" + it.getEvent().url()));
            event.<PresenceRemoved>addObserverMethod()
                    .beanClass(Watcher.class)
                    .observedType(PresenceRemoved.class)
                    .notifyWith(it -> users.add(
                            "-" + it.getEvent().userId() + "@" + it.getEvent().url()));
            for (Object bean : beans) {
                event.addBean()
                        .beanClass(Watcher.class)
                        .addTransitiveTypeClosure(bean.getClass())
                        .createWith(context -> bean);
            }
        }
    }
}
