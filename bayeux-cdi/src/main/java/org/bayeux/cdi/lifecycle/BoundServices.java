package org.bayeux.cdi.lifecycle;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.bayeux.cdi.guard.GuardedInvoker;
import org.bayeux.server.service.ServiceBinding;
import org.bayeux.server.service.ServiceInvoker;

/**
 * All services of an application on their way onto its server, and off it again.
 *
 * <p>Thread-safe.
 */
final class BoundServices {

    private final List<ServiceBean> services;
    private final BeanReferences references;
    private final RequestScope scope;
    private final List<ServiceBinding> bindings = new CopyOnWriteArrayList<>();

    BoundServices(List<ServiceBean> services, BeanReferences references, RequestScope scope) {
        this.services = List.copyOf(services);
        this.references = references;
        this.scope = scope;
    }

    /** All make their channels before one of them is called, since calling one makes channels too. */
    void bind(RunningServer server, Installer installer) {
        for (ServiceBean service : services) {
            server.binder().configure(service.definition(), invokerOf(service, server));
        }
        installer.installAuthorizers(server.server());
        for (ServiceBean service : services) {
            bindings.add(server.binder()
                    .bind(
                            service.definition(),
                            server.sessions().of(service.definition()),
                            invokerOf(service, server)));
        }
    }

    private ServiceInvoker invokerOf(ServiceBean service, RunningServer server) {
        return new GuardedInvoker(
                new ContextualInvoker(references.get(service.bean(), Object.class), scope),
                server.server(),
                server.access().currentSession());
    }

    void unbind() {
        bindings.forEach(ServiceBinding::unbind);
        bindings.clear();
    }

    /** The roles that services name. */
    Set<String> roles() {
        return services.stream()
                .flatMap(service ->
                        GuardedInvoker.rolesNamedBy(service.definition().type()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean contain(Class<?> type) {
        return services.stream().anyMatch(service -> service.definition().type() == type);
    }

    int count() {
        return services.size();
    }
}
