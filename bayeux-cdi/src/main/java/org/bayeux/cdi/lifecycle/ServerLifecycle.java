package org.bayeux.cdi.lifecycle;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.cdi.config.Settings;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.service.ServiceDefinition;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.EngineClock;
import org.bayeux.wire.JsonContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes, starts and stops the server of one application.
 *
 * <pre>
 *   DEPLOYED --first use--> RUNNING --start--> STARTED --stop--> STOPPED
 *       '---------------------start---------------^                 ^
 *       '----------------------------stop---------------------------'
 * </pre>
 *
 * <p>A server runs from its first use, so that beans may use it while they are made; its services are called once it
 * has started, and before any client can reach it. Thread-safe: {@code running} and {@code stopped} are written
 * under {@code lock}, under which no bean is touched; readers that can be late need no lock.
 */
public final class ServerLifecycle {

    private final BeanReferences references;
    private final RequestScope scope;
    private final JsonContexts jsonContexts;
    private final Installer installer;
    private final BoundServices services;
    private final List<ServerPart> parts;
    private final ReentrantLock lock = new ReentrantLock();

    // Written once by the initializer of the web application, read by whoever uses the server first.
    private volatile @Nullable Settings announced;

    /** Written and read likewise. */
    private volatile Supplier<Threads> threads = Threads::obtain;

    private volatile @Nullable RunningServer running;

    /** Closes the transports; there once the server has started. */
    @GuardedBy("lock")
    private @Nullable Runnable transports;

    /** Written under the lock, also read without it by whoever would begin in vain. */
    private volatile boolean stopped;

    private final Ending ending = new Ending();

    /** Nothing runs yet. */
    public ServerLifecycle(
            BeanManager beans, List<ServiceBean> services, InstallableBeans installable, List<ServerPart> parts) {
        this.references = new BeanReferences(beans);
        this.scope = new RequestScope(beans);
        this.jsonContexts = new JsonContexts(installable, references);
        this.installer = new Installer(installable, references);
        this.services = new BoundServices(services, references, scope);
        this.parts = List.copyOf(parts);
    }

    /** Tells the options of the web application before it starts, in case a bean uses the server earlier. */
    public void announce(Settings settings) {
        announced = settings;
    }

    /**
     * The same for a server whose time and threads are given, and remain the caller's to end after the server.
     *
     * @param executor for what may not run on the thread that caused it
     */
    public void announce(Settings settings, EngineClock clock, Executor executor) {
        threads = () -> new GivenThreads(clock, executor);
        announce(settings);
    }

    /**
     * The server, which runs from now on.
     *
     * @throws IllegalStateException if it has stopped
     * @throws IllegalArgumentException if its options are illegal
     */
    public BayeuxServer server() {
        return running().server();
    }

    /**
     * What may be done with the server, which runs from now on.
     *
     * @throws IllegalStateException as for {@link #server}
     */
    public ServerAccess access() {
        return running().access();
    }

    /**
     * The session of a service, which begins if it has not begun yet.
     *
     * @throws IllegalStateException if the server has stopped, or its policy refuses the session
     */
    public LocalSession sessionOf(ServiceDefinition service) {
        return running().sessions().of(service);
    }

    /** Whether a class is among the services that this server calls. */
    public boolean calls(Class<?> service) {
        return services.contain(service);
    }

    /**
     * The server as those see it that work along with it, which runs from now on.
     *
     * @throws IllegalStateException as for {@link #server}
     */
    public BayeuxEngine engine() {
        return running().engine();
    }

    private RunningServer running() {
        Settings settings = announced;
        return run(() -> settings == null ? Settings.read(Map.of()) : settings);
    }

    private RunningServer run(Supplier<Settings> options) {
        RunningServer found = running;
        if (found != null) {
            return found;
        }
        refuseIfStopped();
        Run run = runOnce(installer.configure(options.get()));
        if (run.isFirst()) {
            install(run.server());
        }
        return run.server();
    }

    /** Runs a server unless another thread did meanwhile; a JSON library that was chosen in vain is closed. */
    private Run runOnce(Settings settings) {
        JsonContext jsonContext = jsonContexts.choose(settings);
        RunningServer used = null;
        lock.lock();
        try {
            refuseIfStopped();
            used = running;
            if (used != null) {
                return new Run(used, false);
            }
            used = RunningServer.start(settings, jsonContext, threads.get(), scope);
            running = used;
            return new Run(used, true);
        } finally {
            lock.unlock();
            // A bean is the same for all threads.
            if (used == null || used.jsonContext() != jsonContext) {
                CdiLog.attempt("an unused JSON library", jsonContext::close);
            }
        }
    }

    private void refuseIfStopped() {
        if (stopped) {
            throw new IllegalStateException("The Bayeux server of this application has stopped");
        }
    }

    /** A server that runs, and whether the calling thread is the one that made it. */
    private record Run(RunningServer server, boolean isFirst) {}

    /** Beans that are made for this, and use the server meanwhile, find it running. */
    private void install(RunningServer server) {
        try {
            parts.forEach(part -> part.install(server.access()));
            installer.install(server.server());
        } catch (RuntimeException e) {
            // A server without the application's policy must not be used.
            stop();
            throw e;
        }
    }

    /**
     * Begins to call the services.
     *
     * @param closeTransports is run first when the server stops, whoever stops it
     * @throws IllegalStateException if it has started or stopped before, or a service cannot be bound; the server stops
     *     then
     */
    public BayeuxApplication start(Settings settings, Runnable closeTransports) {
        markStarted(closeTransports);
        try {
            RunningServer server = run(() -> settings);
            tellDifferences(server.settings(), settings);
            services.bind(server, installer);
            parts.forEach(part -> part.start(server.access()));
            server.engine().opening();
            return new WebApplication(
                    settings.path(), server.engine(), server.threads().executor(), services.roles(), this::stop);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private void markStarted(Runnable closeTransports) {
        lock.lock();
        try {
            if (transports != null || stopped) {
                throw new IllegalStateException("BYX-2106: the server of this application has started before; web"
                        + " applications that share their beans cannot have a server each");
            }
            transports = closeTransports;
        } finally {
            lock.unlock();
        }
    }

    private static void tellDifferences(Settings used, Settings wanted) {
        Set<String> missed = new TreeSet<>(wanted.server().options().keySet());
        missed.removeAll(used.server().options().keySet());
        if (!missed.isEmpty()) {
            CdiLog.usedBeforeStart(missed);
        }
    }

    /**
     * Ends everything: services are called no more, sessions end, threads and beans are let go. All that is over when
     * this returns, whoever began to stop; only the thread that stops may come by again meanwhile.
     */
    public void stop() {
        ending.run(this::end);
    }

    private void end() {
        Runnable closeTransports;
        RunningServer server;
        lock.lock();
        try {
            stopped = true;
            closeTransports = transports;
            server = running;
            running = null;
        } finally {
            lock.unlock();
        }
        if (server != null) {
            CdiLog.attempt("what watches the server", server.engine()::stopsSoon);
        }
        if (closeTransports != null) {
            CdiLog.attempt("the transports", closeTransports);
        }
        CdiLog.attempt("the services", services::unbind);
        parts.forEach(part -> CdiLog.attempt("a part of the server", part::stop));
        if (server != null) {
            server.stop();
        }
        CdiLog.attempt("the beans", references::release);
    }
}
