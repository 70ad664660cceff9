package org.bayeux.cdi.guard;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.service.CallRefusedException;
import org.bayeux.server.service.ServiceInvoker;
import org.bayeux.server.spi.CurrentSession;
import org.jspecify.annotations.Nullable;

/**
 * Calls the methods of a service for those who may, and makes refusals of the container known as such.
 *
 * <p>Asked is the client whose message is being processed. Code on the server, by a local session or without a message, is
 * trusted, except by {@code @DenyAll}. If the container cannot tell the roles, nobody is let in. Thread-safe.
 */
public final class GuardedInvoker implements ServiceInvoker {

    private static final String ACCESS_DENIED = "403::access_denied";

    private final ServiceInvoker invoker;
    private final BayeuxServer server;
    private final CurrentSession current;
    private final Map<Method, RoleRule> rules = new ConcurrentHashMap<>();

    /** Guards an invoker. */
    public GuardedInvoker(ServiceInvoker invoker, BayeuxServer server, CurrentSession current) {
        this.invoker = invoker;
        this.server = server;
        this.current = current;
    }

    /** All roles that the methods of a service name. */
    public static Set<String> rolesNamedBy(Class<?> service) {
        return RoleRule.rolesIn(service);
    }

    @Override
    public @Nullable Object invoke(Method method, @Nullable Object[] arguments) throws Throwable {
        if (!isAdmitted(rules.computeIfAbsent(method, RoleRule::of))) {
            throw denied(new SecurityException("the caller has none of the roles for " + method));
        }
        try {
            return invoker.invoke(method, arguments);
        } catch (Throwable failure) {
            throw Refusals.recognize(failure, method);
        }
    }

    private boolean isAdmitted(RoleRule rule) {
        if (rule.everybody()) {
            return true;
        }
        BayeuxContext context = server.getContext();
        if (context == null || isOnServer(current.get())) {
            return !rule.admitsNobody();
        }
        try {
            return rule.admits(context);
        } catch (RuntimeException e) { // how containers refuse questions to a request that is over
            throw denied(e);
        }
    }

    private static CallRefusedException denied(Throwable cause) {
        return new CallRefusedException(ACCESS_DENIED, Map.of(), cause);
    }

    private static boolean isOnServer(@Nullable ServerSession caller) {
        return caller != null && caller.isLocalSession();
    }
}
