package org.bayeux.it.cdi.business;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Changes what goes in and what comes out. */
@Marked
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class MarkedInterceptor {

    @AroundInvoke
    Object mark(InvocationContext call) throws Exception {
        Object[] parameters = call.getParameters();
        parameters[0] = "in " + parameters[0];
        call.setParameters(parameters);
        return call.proceed() + " out";
    }
}
