package org.bayeux.cdi.lifecycle;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Contextual references that are kept as long as the server lives: one for each bean, so that a dependent object exists
 * once.
 *
 * <p>Thread-safe.
 */
final class BeanReferences {

    private final BeanManager beans;
    private final Map<Bean<?>, Reference> references = new ConcurrentHashMap<>();

    BeanReferences(BeanManager beans) {
        this.beans = beans;
    }

    /** The reference as a type that is among the bean's types. */
    <T> T get(Bean<?> bean, Class<T> type) {
        Reference known = references.get(bean);
        if (known == null) {
            Reference made = create(bean);
            known = references.putIfAbsent(bean, made);
            if (known == null) {
                known = made;
            } else {
                made.context().release();
            }
        }
        return type.cast(known.object());
    }

    private Reference create(Bean<?> bean) {
        CreationalContext<?> context = beans.createCreationalContext(bean);
        // Every bean has the type Object, and a proxy has all types of its bean whichever is asked for.
        Object made = beans.getReference(bean, Object.class, context);
        if (made == null) {
            throw new IllegalStateException("BYX-2116: a producer of "
                    + bean.getBeanClass().getName() + " made null for " + bean.getTypes() + "; let it make an object");
        }
        return new Reference(made, context);
    }

    /** Destroys the dependent ones among the objects. */
    void release() {
        references.values().forEach(reference -> reference.context().release());
        references.clear();
    }

    private record Reference(Object object, CreationalContext<?> context) {}
}
