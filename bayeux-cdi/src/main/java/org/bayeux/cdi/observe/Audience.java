package org.bayeux.cdi.observe;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.event.BayeuxEvent;
import org.bayeux.cdi.lifecycle.ServerAccess;
import org.bayeux.server.service.ServiceLog;
import org.jspecify.annotations.Nullable;

/**
 * Those who observe one kind of event.
 *
 * <p>Immutable.
 *
 * @param now who is called when it happens, in order
 * @param later who is called on other threads
 */
record Audience<E extends BayeuxEvent>(List<EventObserver> now, List<EventObserver> later, ServerAccess server) {

    void tell(@Nullable ServerSession session, E event) {
        tell(session, event, () -> event);
    }

    /**
     * Tells all of them.
     *
     * @param session to whom it happened, if to a session
     * @param copy an event that other threads may look at, while this one goes on
     */
    void tell(@Nullable ServerSession session, E event, Supplier<E> copy) {
        if (!now.isEmpty()) {
            server.here(() -> now.forEach(observer -> call(observer, event)));
        }
        for (EventObserver observer : later) {
            E copied = copy.get();
            try {
                server.later(session, () -> call(observer, copied));
            } catch (RejectedExecutionException e) {
                log(observer).callbackFailed(observer.name(), e);
            }
        }
    }

    private static void call(EventObserver observer, BayeuxEvent event) {
        try {
            Invocation.call(observer.method(), event);
        } catch (Throwable failure) { // the application's code
            log(observer).callbackFailed(observer.name(), failure);
        }
    }

    private static ServiceLog log(EventObserver observer) {
        return new ServiceLog(observer.method().getBeanClass());
    }
}
