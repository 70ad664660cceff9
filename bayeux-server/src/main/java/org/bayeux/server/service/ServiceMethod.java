package org.bayeux.server.service;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * A method that an inherited service names as the one to be called with messages.
 *
 * <p>Immutable.
 */
public final class ServiceMethod {

    private final Method method;

    private ServiceMethod(Method method) {
        method.setAccessible(true);
        this.method = method;
    }

    /**
     * Finds the method of a service.
     *
     * @param type the service's class
     * @throws IllegalArgumentException if there is no such method or more than one, or it has other parameters than a
     *     {@link ServerSession} and a {@link ServerMessage}
     */
    public static ServiceMethod named(String name, Class<?> type) {
        List<Method> found = ServiceMembers.of(type).methods().stream()
                .filter(method -> method.getName().equals(name) && Modifier.isPublic(method.getModifiers()))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    type.getName() + " has " + found.size() + " public methods " + name + "(), exactly one is needed");
        }
        Class<?>[] parameters = found.get(0).getParameterTypes();
        if (parameters.length != 2
                || !parameters[0].isAssignableFrom(ServerSession.class)
                || !parameters[1].isAssignableFrom(ServerMessage.Mutable.class)) {
            throw new IllegalArgumentException(found.get(0) + " needs the parameters (ServerSession, ServerMessage)");
        }
        return new ServiceMethod(found.get(0));
    }

    /**
     * Calls the method.
     *
     * @throws Throwable what the method threw
     */
    public @Nullable Object call(Object service, @Nullable ServerSession from, ServerMessage message) throws Throwable {
        return ServiceInvoker.call(service, method, new @Nullable Object[] {from, message});
    }

    /** The name of the method. */
    public String name() {
        return method.getName();
    }
}
