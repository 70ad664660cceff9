package org.bayeux.cdi.lifecycle;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.bayeux.server.BayeuxServerBuilder;

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
    public BayeuxServerBuilder drive(BayeuxServerBuilder server, Executor callbacks) {
        return server.threads(service, callbacks);
    }

    @Override
    public void stop() {
        executor.stop();
    }
}
