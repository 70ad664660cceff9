package org.bayeux.cdi.lifecycle;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.bayeux.api.server.BayeuxServer;
import org.jspecify.annotations.Nullable;

/** Stands for the server of whom the calling thread works for, where web applications share one bean. Immutable. */
record SharedServer(ServerLifecycles lifecycles) implements InvocationHandler {

    BayeuxServer proxy() {
        return (BayeuxServer)
                Proxy.newProxyInstance(BayeuxServer.class.getClassLoader(), new Class<?>[] {BayeuxServer.class}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(lifecycles.current().server(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
