package org.bayeux.server;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.engine.Engine;
import org.bayeux.server.engine.ScheduledClock;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.EngineClock;
import org.bayeux.wire.JsonContext;
import org.bayeux.wire.MessageCodec;
import org.bayeux.wire.WireLimits;
import org.jspecify.annotations.Nullable;

/**
 * Makes a server without any container. Adapters for containers use it too.
 *
 * <p>Not thread-safe; what it builds is.
 */
public final class BayeuxServerBuilder {

    private ServerConfig config = ServerConfig.defaults();
    private SecurityPolicy policy = new DefaultSecurityPolicy();
    private @Nullable WireLimits limits;
    private @Nullable JsonContext jsonContext;
    private @Nullable EngineClock clock;

    /** Makes a builder of a server with the manual's defaults. */
    public BayeuxServerBuilder() {}

    /** Sets the configuration. */
    public BayeuxServerBuilder config(ServerConfig config) {
        this.config = config;
        return this;
    }

    /** Sets what decides who may do what; {@link DefaultSecurityPolicy} if it is not set. */
    public BayeuxServerBuilder securityPolicy(SecurityPolicy policy) {
        this.policy = policy;
        return this;
    }

    /** Sets how application objects become JSON; the one found by the context class loader if it is not set. */
    public BayeuxServerBuilder jsonContext(JsonContext jsonContext) {
        this.jsonContext = jsonContext;
        return this;
    }

    /** Sets how much JSON is accepted, instead of the configuration's {@code maxNestingDepth}. */
    public BayeuxServerBuilder wireLimits(WireLimits limits) {
        this.limits = limits;
        return this;
    }

    /**
     * Sets the threads of the server, which remain the caller's to shut down.
     *
     * @param scheduler runs two short periodic tasks
     * @param executor runs expiries and other callbacks; must not run them on the calling thread
     */
    public BayeuxServerBuilder threads(ScheduledExecutorService scheduler, Executor executor) {
        return clock(new ScheduledClock(scheduler, executor));
    }

    /** Sets how time passes, for tests that turn the clock by hand. */
    public BayeuxServerBuilder clock(EngineClock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Makes the server; it has to be started.
     *
     * @throws IllegalStateException if neither threads nor a clock have been set
     */
    public BayeuxEngine build() {
        if (clock == null) {
            throw new IllegalStateException("a server needs threads: call threads(scheduler, executor) before build()");
        }
        JsonContext json =
                jsonContext == null ? JsonContext.load(Thread.currentThread().getContextClassLoader()) : jsonContext;
        WireLimits wire = limits == null ? new WireLimits(config.abuseLimits().maxNestingDepth()) : limits;
        return new Engine(config, new MessageCodec(json, wire), clock, policy);
    }
}
