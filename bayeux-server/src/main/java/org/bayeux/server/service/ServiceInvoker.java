package org.bayeux.server.service;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Calls the methods of one service; decides which object gets the call and what surrounds it.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface ServiceInvoker {

    /**
     * Calls a method.
     *
     * @return what the method returned
     * @throws Throwable what the method threw, not wrapped
     */
    @Nullable
    Object invoke(Method method, @Nullable Object[] arguments) throws Throwable;

    /** Calls the methods of an object, and nothing else. */
    static ServiceInvoker on(Object service) {
        return (method, arguments) -> call(service, method, arguments);
    }

    /**
     * Calls a method reflectively.
     *
     * @throws Throwable what the method threw, not wrapped
     */
    static @Nullable Object call(Object target, Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
