package org.bayeux.server.service;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import org.bayeux.api.client.ClientSession;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerSession;

/**
 * A field or setter where an object of a service wants its session.
 *
 * <p>Immutable.
 */
public final class SessionPoint {

    private final Member member;
    private final Class<?> wanted;

    private SessionPoint(AccessibleObject accessible, Member member, Class<?> wanted) {
        accessible.setAccessible(true);
        this.member = member;
        this.wanted = wanted;
    }

    static SessionPoint field(Field field) {
        return new SessionPoint(field, field, field.getType());
    }

    static SessionPoint setter(Method setter) {
        return new SessionPoint(setter, setter, setter.getParameterTypes()[0]);
    }

    /** Whether a variable of this type says clearly which end of the session it wants. */
    static boolean accepts(Class<?> wanted) {
        return wanted == LocalSession.class || wanted == ClientSession.class || wanted == ServerSession.class;
    }

    /**
     * Hands the session over.
     *
     * @param service the object itself, not a proxy of it
     * @param session the service's session, after its handshake
     */
    public void set(Object service, LocalSession session) {
        Object value = wanted == ServerSession.class ? session.getServerSession() : session;
        try {
            if (member instanceof Field field) {
                field.set(service, value);
            } else {
                ((Method) member).invoke(service, value);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot reach " + member, e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The setter " + member + " failed", e.getCause());
        }
    }
}
