package org.bayeux.cdi.lifecycle;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Threads that belong to the container. Their life cycle is not ours, so stopping only closes the door to them. */
final class ManagedThreads implements Threads {

    static final String NAME = "java:comp/DefaultManagedScheduledExecutorService";

    private final ManagedScheduledExecutorService service;
    private final StoppableExecutor executor;

    private ManagedThreads(ManagedScheduledExecutorService service) {
        this.service = service;
        this.executor = new StoppableExecutor(service, PATIENCE);
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
        return executor;
    }

    @Override
    public ScheduledExecutorService scheduler() {
        return service;
    }

    @Override
    public void stop() {
        executor.stop();
    }
}
