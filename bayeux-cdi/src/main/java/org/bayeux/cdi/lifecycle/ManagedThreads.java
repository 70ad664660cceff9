package org.bayeux.cdi.lifecycle;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Threads that belong to the container. Their life cycle is not ours, so stopping only closes the door to them.
 *
 * <p>{@code stopped} is written by whoever stops the server and read by everybody who has a task.
 */
final class ManagedThreads implements Threads {

    static final String NAME = "java:comp/DefaultManagedScheduledExecutorService";

    private final ManagedScheduledExecutorService service;
    private volatile boolean stopped;

    private ManagedThreads(ManagedScheduledExecutorService service) {
        this.service = service;
    }

    @SuppressWarnings("BanJNDI") // the name is a constant of the specification, nobody can send another
    static Optional<ManagedThreads> find() {
        try {
            return Optional.of(new ManagedThreads(InitialContext.doLookup(NAME)));
        } catch (NamingException | LinkageError e) {
            CdiLog.ownThreads(NAME, e);
            return Optional.empty();
        }
    }

    @Override
    public Executor executor() {
        return task -> {
            if (stopped) {
                throw new RejectedExecutionException("The server has stopped");
            }
            service.execute(task);
        };
    }

    @Override
    public ScheduledExecutorService scheduler() {
        return service;
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
