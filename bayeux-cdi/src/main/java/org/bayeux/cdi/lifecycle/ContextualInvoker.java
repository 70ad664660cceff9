package org.bayeux.cdi.lifecycle;

import java.lang.reflect.Method;
import org.bayeux.server.service.ServiceInvoker;
import org.jspecify.annotations.Nullable;

/**
 * Calls the methods of a service as business methods of its bean, with an active request context.
 *
 * <p>The reference of a bean with a normal scope finds the right object at each call. Thread-safe.
 */
record ContextualInvoker(Object reference, RequestScope scope) implements ServiceInvoker {

    @Override
    public @Nullable Object invoke(Method method, @Nullable Object[] arguments) throws Throwable {
        return scope.call(() -> ServiceInvoker.call(reference, method, arguments));
    }
}
