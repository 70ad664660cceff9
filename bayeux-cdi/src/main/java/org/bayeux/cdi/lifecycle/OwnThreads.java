package org.bayeux.cdi.lifecycle;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.bayeux.server.BayeuxServerBuilder;

/** Threads for servers without Jakarta Concurrency, such as plain Weld. */
final class OwnThreads implements Threads {

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final StoppableExecutor executor = new StoppableExecutor(pool, PATIENCE);
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    @Override
    public Executor executor() {
        return executor;
    }

    @Override
    public BayeuxServerBuilder drive(BayeuxServerBuilder server, Executor callbacks) {
        return server.threads(scheduler, callbacks);
    }

    @Override
    public void stop() {
        scheduler.shutdownNow();
        executor.stop();
        pool.shutdown();
    }
}
