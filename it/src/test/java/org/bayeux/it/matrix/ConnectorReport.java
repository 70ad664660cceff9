package org.bayeux.it.matrix;

import java.lang.reflect.Method;
import org.bayeux.it.cometd.Connector;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Tells {@link Trials} the transport of a test that has it as a parameter. Thread-safe; JUnit finds it by itself. */
public final class ConnectorReport implements InvocationInterceptor {

    static final String KEY = "transport";

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        for (Object argument : call.getArguments()) {
            if (argument instanceof Connector connector) {
                context.publishReportEntry(
                        KEY, Transport.valueOf(connector.name()).label());
            }
        }
        invocation.proceed();
    }
}
