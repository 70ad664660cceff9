package org.bayeux.testkit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.server.BayeuxServerBuilder;
import org.bayeux.server.DefaultSecurityPolicy;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.BayeuxEngine;

/**
 * A complete Bayeux server without network, threads or real time. All that happens, happens on the thread of the test,
 * before the call that caused it returns.
 *
 * <pre>{@code
 * InMemoryServer server = InMemoryServer.start();
 * InMemoryClient alice = server.polling().joins().subscribes("/news");
 * server.channel("/news").publish(null, "hello");
 * alice.receives("{'channel':'/news','data':'hello'}");
 * }</pre>
 */
public final class InMemoryServer {

    private final ManualClock clock = new ManualClock();
    private final BayeuxEngine engine;

    private InMemoryServer(Map<String, String> options, SecurityPolicy policy) {
        this.engine = new BayeuxServerBuilder()
                .config(ServerConfig.of(options))
                .securityPolicy(policy)
                .clock(clock)
                .build();
    }

    /**
     * Starts a server.
     *
     * @param options names and values by turns, as in {@code start("timeout", "5000")}; the names are the manual's
     */
    public static InMemoryServer start(String... options) {
        return start(new DefaultSecurityPolicy(), options);
    }

    /** Starts a server that asks this policy; for options see {@link #start(String...)}. */
    public static InMemoryServer start(SecurityPolicy policy, String... options) {
        if (options.length % 2 != 0) {
            throw new IllegalArgumentException("options need a name and a value each: " + Arrays.toString(options));
        }
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            byName.put(options[i], options[i + 1]);
        }
        InMemoryServer server = new InMemoryServer(byName, policy);
        server.engine.start();
        return server;
    }

    /** The server as applications see it. */
    public BayeuxServer bayeux() {
        return engine.server();
    }

    /** The server as adapters see it. */
    public BayeuxEngine engine() {
        return engine;
    }

    /** Its time. */
    public ManualClock clock() {
        return clock;
    }

    /** A channel, which is made if it does not exist. */
    public ServerChannel channel(String name) {
        return bayeux().createChannelIfAbsent(name).getReference();
    }

    /** A client by long-polling in a browser of its own. */
    public InMemoryClient polling() {
        return polling(new Browser());
    }

    /** A client by long-polling in a tab of this browser. */
    public InMemoryClient polling(Browser browser) {
        return new InMemoryClient(engine, ServerConfig.LONG_POLLING, browser);
    }

    /** A client by callback-polling in a browser of its own. */
    public InMemoryClient callbackPolling() {
        return callbackPolling(new Browser());
    }

    /** A client by callback-polling in a tab of this browser. */
    public InMemoryClient callbackPolling(Browser browser) {
        return new InMemoryClient(engine, ServerConfig.CALLBACK_POLLING, browser);
    }

    /** A client with a WebSocket in a browser of its own. */
    public InMemoryClient socket() {
        return socket(new Browser());
    }

    /** A client with a WebSocket in a tab of this browser. */
    public InMemoryClient socket(Browser browser) {
        return new InMemoryClient(engine, ServerConfig.WEBSOCKET, browser);
    }

    /** Stops it. */
    public void stop() {
        engine.stop();
    }
}
