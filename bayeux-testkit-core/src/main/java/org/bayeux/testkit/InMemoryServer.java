package org.bayeux.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
 *
 * <p>Confined to one thread.
 */
public final class InMemoryServer {

    private final ManualClock clock;
    private final BayeuxEngine engine;
    private final List<InMemoryClient> clients = new ArrayList<>();

    private InMemoryServer(BayeuxEngine engine, ManualClock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** A server that was started by somebody else with a manual clock, such as that of a CDI container. */
    public static InMemoryServer of(BayeuxEngine engine, ManualClock clock) {
        return new InMemoryServer(engine, clock);
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
        ManualClock clock = new ManualClock();
        BayeuxEngine engine = new BayeuxServerBuilder()
                .config(ServerConfig.of(byName))
                .securityPolicy(policy)
                .clock(clock)
                .build();
        engine.start();
        return new InMemoryServer(engine, clock);
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
        return client(ServerConfig.LONG_POLLING, browser);
    }

    /** A client by callback-polling in a browser of its own. */
    public InMemoryClient callbackPolling() {
        return callbackPolling(new Browser());
    }

    /** A client by callback-polling in a tab of this browser. */
    public InMemoryClient callbackPolling(Browser browser) {
        return client(ServerConfig.CALLBACK_POLLING, browser);
    }

    /** A client with a WebSocket in a browser of its own. */
    public InMemoryClient socket() {
        return socket(new Browser());
    }

    /** A client with a WebSocket in a tab of this browser. */
    public InMemoryClient socket(Browser browser) {
        return client(ServerConfig.WEBSOCKET, browser);
    }

    /**
     * A client in a tab of this browser.
     *
     * @param transport one that the server knows, such as {@link ServerConfig#WEBSOCKET}
     */
    public InMemoryClient client(String transport, Browser browser) {
        InMemoryClient client = new InMemoryClient(engine, clock, transport, browser);
        clients.add(client);
        return client;
    }

    /** All clients that were made here, in order. */
    public List<InMemoryClient> clients() {
        return List.copyOf(clients);
    }

    /** Stops it. */
    public void stop() {
        engine.stop();
    }
}
