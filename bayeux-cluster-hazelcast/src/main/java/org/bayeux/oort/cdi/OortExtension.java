package org.bayeux.oort.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.oort.hazelcast.HazelcastMember;

/**
 * Adds the node of a server to its beans, and refuses applications with mistakes in what they share. Found by CDI; written by
 * the deployment, then immutable.
 */
public class OortExtension implements Extension {

    /** Payara has a bean for its own instance, which is used where an option says so. */
    private static final String OF_THE_SERVER = "fish.payara.";

    private final Set<Bean<?>> instances = ConcurrentHashMap.newKeySet();
    private final SharedDeclarations shared = new SharedDeclarations();

    /** Made by CDI. */
    public OortExtension() {}

    void addBeans(@Observes BeforeBeanDiscovery event) {
        needHazelcast();
        event.addAnnotatedType(OortNode.class, OortNode.class.getName());
        event.addAnnotatedType(OortBeans.class, OortBeans.class.getName());
        event.addAnnotatedType(SharedBeans.class, SharedBeans.class.getName());
    }

    private static void needHazelcast() {
        try {
            HazelcastMember.load();
        } catch (NoClassDefFoundError e) {
            throw new DefinitionException(
                    "BYX-6025: bayeux-cluster-hazelcast needs Hazelcast, and the application does not see it: add"
                            + " com.hazelcast:hazelcast to WEB-INF/lib, or leave bayeux-cluster-hazelcast out",
                    e);
        }
    }

    void collectShared(@Observes ProcessInjectionPoint<?, ?> event) {
        shared.add(event.getInjectionPoint());
    }

    void checkShared(@Observes ProcessManagedBean<?> event) {
        shared.check(event.getAnnotatedBeanClass());
    }

    void refuse(@Observes AfterBeanDiscovery event) {
        // Not where they are found: containers give up at the first bean with an error.
        shared.problems().forEach(problem -> event.addDefinitionError(new DefinitionException(problem)));
    }

    /** What the application has injected by name. */
    Collection<Declared> shared() {
        return shared.all();
    }

    void collect(@Observes ProcessBean<?> event) {
        Bean<?> bean = event.getBean();
        if (HazelcastMember.isAmong(bean.getTypes())
                && bean.getQualifiers().contains(Default.Literal.INSTANCE)
                && !bean.getBeanClass().getName().startsWith(OF_THE_SERVER)) {
            instances.add(bean);
        }
    }

    /**
     * The instance of Hazelcast that is a bean of the application, if there is one.
     *
     * @throws AmbiguousResolutionException if there are several
     */
    Optional<Object> hazelcast(BeanManager manager) {
        Bean<?> bean = instances.isEmpty() ? null : manager.resolve(instances);
        return Optional.ofNullable(bean)
                .map(it -> manager.getReference(it, HazelcastMember.TYPE, manager.createCreationalContext(it)));
    }
}
