package org.bayeux.testkit.junit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.interceptor.Interceptor;
import java.util.Map;
import org.bayeux.cdi.embed.EmbeddedServer;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.ManualClock;
import org.jspecify.annotations.Nullable;

/** Makes the testkit injectable, and its clock that of the server. Confined to the thread of the test. */
final class KitBeans implements Extension {

    private final Map<String, String> options;
    private final ManualClock clock = new ManualClock();
    private @Nullable EmbeddedServer prepared;
    private @Nullable InMemoryServer server;
    private @Nullable TestClients clients;

    KitBeans(Map<String, String> options) {
        this.options = options;
    }

    void add(@Observes AfterBeanDiscovery event) {
        event.<ManualClock>addBean()
                .beanClass(KitBeans.class)
                .types(ManualClock.class)
                .scope(Dependent.class)
                .produceWith(lookup -> clock);
        event.<InMemoryServer>addBean()
                .beanClass(KitBeans.class)
                .types(InMemoryServer.class)
                .scope(Dependent.class)
                .produceWith(lookup -> server());
        event.<InMemoryClient>addBean()
                .beanClass(KitBeans.class)
                .types(InMemoryClient.class)
                .qualifiers(Default.Literal.INSTANCE, Client.Literal.DEFAULT)
                .scope(Dependent.class)
                .produceWith(this::client);
    }

    private InMemoryClient client(Instance<Object> lookup) {
        InjectionPoint point = lookup.select(InjectionPoint.class).get();
        Client wish = point.getQualifiers().stream()
                .filter(Client.class::isInstance)
                .map(Client.class::cast)
                .findFirst()
                .orElse(Client.Literal.DEFAULT);
        return clients().get(wish, point.getMember().getName());
    }

    /** Behind the library's own extension, and before the first bean that might use the server. */
    void prepare(
            @Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) AfterDeploymentValidation event,
            BeanManager beans) {
        prepared = EmbeddedServer.prepare(beans, options, clock, clock.executor());
    }

    void start() {
        if (prepared == null) {
            throw new IllegalStateException("the application is not deployed");
        }
        InMemoryServer started = InMemoryServer.of(prepared.start().engine(), clock);
        server = started;
        clients = new TestClients(started);
    }

    ManualClock clock() {
        return clock;
    }

    private InMemoryServer server() {
        if (server == null) {
            throw new IllegalStateException("the server has not started: it is for tests, not for beans");
        }
        return server;
    }

    TestClients clients() {
        if (clients == null) {
            throw new IllegalStateException("the server has not started: clients are for tests, not for beans");
        }
        return clients;
    }
}
