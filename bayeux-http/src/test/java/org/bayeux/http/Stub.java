package org.bayeux.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Makes the small part of a big container interface that a test needs: calls go to the method of the same signature of
 * an object written by hand; any other call fails the test.
 */
final class Stub {

    private Stub() {}

    static <T> T of(Class<T> type, Object behaviour) {
        return type.cast(
                Proxy.newProxyInstance(Stub.class.getClassLoader(), new Class<?>[] {type}, (it, method, args) -> {
                    Method written =
                            behaviour.getClass().getDeclaredMethod(method.getName(), method.getParameterTypes());
                    try {
                        return written.invoke(behaviour, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
