package org.bayeux.websocket;

import jakarta.websocket.Session;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the Tyrus of Payara from scheduling a managed task for every message that comes or goes, which it does even where no
 * idle timeout is set, and which costs a hundred times what the message costs (see docs/adr/0013). Other containers, and a
 * Tyrus that has been mended, are left alone.
 */
final class TyrusIdleTimer {

    private static final String SESSION = "org.glassfish.tyrus.core.TyrusSession";
    private static final String SCHEDULER = "service";

    /** Schedules nothing; Tyrus copes with the null that comes of it. */
    private static final ScheduledExecutorService NEVER = (ScheduledExecutorService) Proxy.newProxyInstance(
            TyrusIdleTimer.class.getClassLoader(),
            new Class<?>[] {ScheduledExecutorService.class},
            (proxy, method, arguments) -> null);

    private TyrusIdleTimer() {}

    /** Lets a session schedule nothing any more. */
    static void disable(Session session) {
        Field scheduler = schedulerOf(session.getClass());
        if (scheduler != null) {
            try {
                scheduler.set(session, NEVER);
            } catch (IllegalAccessException e) {
                WebSocketLog.slowContainer(e);
            }
        }
    }

    private static @Nullable Field schedulerOf(Class<?> session) {
        if (!session.getName().equals(SESSION)) {
            return null;
        }
        try {
            Field field = session.getDeclaredField(SCHEDULER);
            if (!field.getType().equals(ScheduledExecutorService.class)) {
                return null;
            }
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException | RuntimeException e) {
            WebSocketLog.slowContainer(e);
            return null;
        }
    }
}
