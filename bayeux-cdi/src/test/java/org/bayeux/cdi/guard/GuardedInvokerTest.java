package org.bayeux.cdi.guard;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.server.service.CallRefusedException;
import org.bayeux.server.spi.CurrentSession;
import org.junit.jupiter.api.Test;

class GuardedInvokerTest {

    /** For members. */
    interface Club {

        @RolesAllowed("member")
        void enter();
    }

    @Test
    void nobodyIsLetInWhereTheContainerCannotTellTheRoles() throws Exception {
        Method enter = Club.class.getMethod("enter");
        BayeuxContext over = proxy(BayeuxContext.class, (proxy, method, arguments) -> {
            throw new IllegalStateException("the request is over");
        });
        GuardedInvoker guarded = new GuardedInvoker(
                (method, arguments) -> {
                    throw new AssertionError("somebody was let in");
                },
                proxy(BayeuxServer.class, (proxy, method, arguments) -> over),
                proxy(CurrentSession.class, (proxy, method, arguments) -> null));

        assertThatExceptionOfType(CallRefusedException.class)
                .isThrownBy(() -> guarded.invoke(enter, new Object[0]))
                .extracting(CallRefusedException::error)
                .isEqualTo("403::access_denied");
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
