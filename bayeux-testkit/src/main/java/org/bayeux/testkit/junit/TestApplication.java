package org.bayeux.testkit.junit;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/** The application of one test, or of all tests of a class: beans, server, clients. Confined to the thread of the test. */
final class TestApplication {

    private final BayeuxTest description;
    private final SeContainer container;
    private final KitBeans kit;
    private final Set<Object> injected = Collections.newSetFromMap(new IdentityHashMap<>());

    private TestApplication(BayeuxTest description, SeContainer container, KitBeans kit) {
        this.description = description;
        this.container = container;
        this.kit = kit;
    }

    static TestApplication start(BayeuxTest description) {
        KitBeans kit = new KitBeans(TestOptions.read(description.config()));
        SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(extensions(kit))
                .addBeanClasses(ApplicationClasses.of(description).toArray(Class<?>[]::new))
                .initialize();
        try {
            kit.start();
        } catch (RuntimeException | Error e) {
            container.close();
            throw e;
        }
        return new TestApplication(description, container, kit);
    }

    /** Those of the class path as in a container, which CDI does not look for where it does not look for beans. */
    private static Extension[] extensions(KitBeans kit) {
        return Stream.concat(
                        Stream.of(kit),
                        ServiceLoader.load(Extension.class).stream().map(ServiceLoader.Provider::get))
                .toArray(Extension[]::new);
    }

    /** Whether it is what a test wants. */
    boolean is(BayeuxTest wanted) {
        return description.equals(wanted);
    }

    /** Fills the fields of a test once. */
    void inject(Object test) {
        if (injected.add(test)) {
            new TestFields(beans()).fill(test);
        }
    }

    BeanManager beans() {
        return container.getBeanManager();
    }

    TestClients clients() {
        return kit.clients();
    }

    /** What nobody has taken or waited for. */
    Leftovers leftovers() {
        return new Leftovers(clients().report(), kit.clock().waitingTimers());
    }

    /** Ends the server, then the beans. */
    void close() {
        kit.clock().catchUp();
        container.close();
    }
}
