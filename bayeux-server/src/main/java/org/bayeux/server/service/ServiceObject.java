package org.bayeux.server.service;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bayeux.api.server.BayeuxServer;
import org.jspecify.annotations.Nullable;

/**
 * An object that is a service and that no container cares for, so its dependencies and life cycle are cared for here.
 *
 * <p>Immutable, but for what is done to the object. Source: manual, 9.3.3.4 and 9.3.3.5.
 */
public final class ServiceObject {

    private final Object object;
    private final Class<?> type;

    /** Wraps an object, which may be a proxy made by subclassing. */
    public ServiceObject(Object object) {
        this.object = object;
        this.type = declaredClass(object.getClass());
    }

    /** The class as its author wrote it. */
    public Class<?> type() {
        return type;
    }

    /**
     * Gives the server to fields and setters with {@code @Inject} that want one; a field that is set already keeps what
     * it has.
     *
     * @return whether any wanted it
     */
    public boolean inject(BayeuxServer server) {
        ServiceMembers members = ServiceMembers.of(type);
        boolean injected = false;
        for (Field field : members.fields()) {
            if (JakartaAnnotation.INJECT.isOn(field) && field.getType() == BayeuxServer.class) {
                injected |= setIfNull(field, server);
            }
        }
        for (Method method : members.methods()) {
            if (JakartaAnnotation.INJECT.isOn(method)
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] == BayeuxServer.class) {
                call(method, server);
                injected = true;
            }
        }
        return injected;
    }

    /**
     * Calls the methods with {@code @PostConstruct}.
     *
     * @return whether there are any
     * @throws IllegalArgumentException if one has parameters, a result, or is static
     * @throws IllegalStateException if one failed
     */
    public boolean postConstruct() {
        List<Method> methods = lifeCycleMethods(JakartaAnnotation.POST_CONSTRUCT);
        methods.forEach(this::call);
        return !methods.isEmpty();
    }

    /**
     * Calls the methods with {@code @PreDestroy}. One that fails is logged.
     *
     * @return whether there are any
     * @throws IllegalArgumentException if one has parameters, a result, or is static
     */
    public boolean preDestroy() {
        List<Method> methods = lifeCycleMethods(JakartaAnnotation.PRE_DESTROY);
        for (Method method : methods) {
            try {
                call(method);
            } catch (IllegalStateException e) {
                new ServiceLog(type).callbackFailed(method.getName(), e.getCause() == null ? e : e.getCause());
            }
        }
        return !methods.isEmpty();
    }

    /** Those of superclasses first. */
    private List<Method> lifeCycleMethods(JakartaAnnotation annotation) {
        List<Method> found = new ArrayList<>();
        for (Method method : ServiceMembers.of(type).methods()) {
            if (annotation.isOn(method)) {
                if (method.getParameterCount() > 0
                        || !ReturnTypes.isNothing(method)
                        || Modifier.isStatic(method.getModifiers())) {
                    throw new IllegalArgumentException(
                            method + " must have no parameters, no result, and not be static");
                }
                found.add(method);
            }
        }
        Collections.reverse(found);
        return found;
    }

    private boolean setIfNull(Field field, BayeuxServer server) {
        try {
            field.setAccessible(true);
            if (field.get(object) != null) {
                return false;
            }
            field.set(object, server);
            return true;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot set " + field, e);
        }
    }

    private void call(Method method, @Nullable Object... arguments) {
        try {
            method.setAccessible(true);
            ServiceInvoker.call(object, method, arguments);
        } catch (Throwable failure) { // the service's code
            throw new IllegalStateException(method + " failed", failure);
        }
    }

    private static Class<?> declaredClass(Class<?> type) {
        Class<?> declared = type;
        // Client proxies and enhanced classes may repeat annotations, and fields set on them reach nobody.
        while (declared.getSuperclass() != null
                && (declared.isSynthetic() || declared.getName().contains("$$"))) {
            declared = declared.getSuperclass();
        }
        return declared;
    }
}
