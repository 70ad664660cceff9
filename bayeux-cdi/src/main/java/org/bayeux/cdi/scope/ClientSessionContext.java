package org.bayeux.cdi.scope;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.function.Supplier;
import org.bayeux.cdi.ClientSessionScoped;
import org.jspecify.annotations.Nullable;

/** Finds the beans of the session that the calling thread works for. Thread-safe; holds no state of its own. */
public final class ClientSessionContext implements AlterableContext {

    private final Supplier<Optional<SessionBeans>> beans;

    /** A context that asks for the beans of the server that the calling thread belongs to; empty if there is none. */
    public ClientSessionContext(Supplier<Optional<SessionBeans>> beans) {
        this.beans = beans;
    }

    @Override
    public Class<? extends Annotation> getScope() {
        return ClientSessionScoped.class;
    }

    @Override
    public boolean isActive() {
        return store().isPresent();
    }

    @Override
    public <T> @Nullable T get(Contextual<T> bean, @Nullable CreationalContext<T> creation) {
        return active().get(bean, creation);
    }

    @Override
    public <T> @Nullable T get(Contextual<T> bean) {
        return active().get(bean, null);
    }

    @Override
    public void destroy(Contextual<?> bean) {
        active().destroy(bean);
    }

    private BeanStore active() {
        return store().orElseThrow(() -> new ContextNotActiveException(
                "no Bayeux session: this thread processes no message of a client, see @ClientSessionScoped"));
    }

    private Optional<BeanStore> store() {
        return beans.get().flatMap(SessionBeans::current);
    }
}
