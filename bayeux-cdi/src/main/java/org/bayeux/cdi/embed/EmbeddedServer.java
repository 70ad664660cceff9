package org.bayeux.cdi.embed;

import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Map;
import java.util.concurrent.Executor;
import org.bayeux.cdi.config.Settings;
import org.bayeux.cdi.discovery.BayeuxExtension;
import org.bayeux.cdi.lifecycle.ServerLifecycle;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.spi.EngineClock;

/**
 * The server of a CDI application that no servlet container starts, with options, time and threads that are given.
 *
 * <p>Immutable; thread-safe.
 */
public final class EmbeddedServer {

    private final ServerLifecycle lifecycle;
    private final Settings settings;

    private EmbeddedServer(ServerLifecycle lifecycle, Settings settings) {
        this.lifecycle = lifecycle;
        this.settings = settings;
    }

    /**
     * Prepares it before a bean can use it: from the end of the validation of the deployment on.
     *
     * @param options by their names without prefix; none is read elsewhere
     * @param clock its time
     * @param executor for what may not run on the thread that caused it
     * @throws IllegalArgumentException if an option is unknown or illegal, or {@code bayeux-cdi} is not among the
     *     extensions of the application
     * @throws IllegalStateException if the validation has not ended
     */
    public static EmbeddedServer prepare(
            BeanManager beans, Map<String, String> options, EngineClock clock, Executor executor) {
        Settings settings = Settings.of(options);
        ServerLifecycle lifecycle =
                beans.getExtension(BayeuxExtension.class).lifecycles().current();
        lifecycle.announce(settings, clock, executor);
        return new EmbeddedServer(lifecycle, settings);
    }

    /**
     * Starts it: its services are called from now on. It stops with the container of its beans at the latest.
     *
     * @throws IllegalStateException if it was started before, or a service cannot be bound
     */
    public BayeuxApplication start() {
        return lifecycle.start(settings, () -> {});
    }
}
