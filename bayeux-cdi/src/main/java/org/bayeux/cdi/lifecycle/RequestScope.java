package org.bayeux.cdi.lifecycle;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs application code with an active request context, which neither Jakarta WebSocket nor Jakarta Concurrency
 * promises. Where one is active it is used.
 *
 * <p>Thread-safe. A controller remembers whether it activated the context, so each call has one for itself; making one
 * costs more than most callbacks, so controllers are used again.
 */
final class RequestScope {

    private final BeanManager beans;
    private final Bean<?> controllerBean;
    private final Queue<RequestContextController> idle = new ConcurrentLinkedQueue<>();

    RequestScope(BeanManager beans) {
        this.beans = beans;
        this.controllerBean = beans.resolve(beans.getBeans(RequestContextController.class));
    }

    /** Calls an action. */
    @Nullable
    Object call(Action action) throws Throwable {
        RequestContextController known = idle.poll();
        RequestContextController controller = known == null ? newController() : known;
        boolean activated = controller.activate();
        try {
            return action.call();
        } finally {
            if (activated) {
                controller.deactivate();
            }
            idle.add(controller);
        }
    }

    private RequestContextController newController() {
        CreationalContext<?> context = beans.createCreationalContext(controllerBean);
        return (RequestContextController) beans.getReference(controllerBean, RequestContextController.class, context);
    }

    /** Runs a task. */
    void run(Runnable task) {
        try {
            call(() -> {
                task.run();
                return null;
            });
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) { // a task throws nothing else
            throw new IllegalStateException(e);
        }
    }

    /** An executor whose tasks all run this way. */
    Executor around(Executor executor) {
        return task -> executor.execute(() -> run(task));
    }

    /** Something that returns a value or throws. */
    @FunctionalInterface
    interface Action {

        @Nullable
        Object call() throws Throwable;
    }
}
