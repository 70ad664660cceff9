package org.bayeux.server.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that can be set on a server, under the manual's parameter names (chapter 9.3.1-2, tables 4-7).
 *
 * <p>Immutable.
 *
 * @param allowedTransports names of the transports that clients may use, preferred ones first
 * @param broadcastToPublisher whether a publisher that is subscribed receives its own messages
 * @param validateMessageFields whether channel names and ids must be legal by the grammar of the protocol
 * @param abuseLimits what one client, or all from one place, may take
 * @param channelLimits how long and how deep channel names of clients may be
 * @param sweepPeriod time between two looks for channels that nobody uses any more
 * @param maxFlushDelay how long messages wait for others when very many frames or responses leave; zero: never
 * @param webSocket settings of the WebSocket transport
 * @param longPolling settings of the long-polling transport
 * @param callbackPolling settings of the callback-polling transport
 * @param browsers how sessions of one browser share their connections
 * @param allowedOrigins which web pages may talk to the server
 * @param cookie the cookie that ties sessions to their browser
 * @param fingerprintAddress whether a client without cookies is told from others by its address too
 * @param frames how WebSocket frames are made and read
 * @param management what operators see
 * @param cluster its place among other servers
 * @param options the given options as they came, for {@code BayeuxServer.getOption}
 */
public record ServerConfig(
        List<String> allowedTransports,
        boolean broadcastToPublisher,
        boolean validateMessageFields,
        AbuseLimits abuseLimits,
        ChannelLimits channelLimits,
        Duration sweepPeriod,
        Duration maxFlushDelay,
        TransportConfig webSocket,
        TransportConfig longPolling,
        TransportConfig callbackPolling,
        BrowserConfig browsers,
        AllowedOrigins allowedOrigins,
        CookieConfig cookie,
        boolean fingerprintAddress,
        FrameConfig frames,
        ManagementConfig management,
        ClusterConfig cluster,
        Map<String, String> options) {

    /** Names of the transports as clients negotiate them. */
    public static final String WEBSOCKET = "websocket";

    /** See {@link #WEBSOCKET}. */
    public static final String LONG_POLLING = "long-polling";

    /** See {@link #WEBSOCKET}. */
    public static final String CALLBACK_POLLING = "callback-polling";

    /** Copies the collections. */
    public ServerConfig {
        allowedTransports = List.copyOf(allowedTransports);
        options = Map.copyOf(options);
    }

    /** The manual's defaults. */
    public static ServerConfig defaults() {
        return of(Map.of());
    }

    /**
     * Reads options by the manual's names, without the prefix {@code bayeux.}.
     *
     * @throws IllegalConfigException if a name is unknown or a value is illegal; it tells all problems at once
     */
    public static ServerConfig of(Map<String, String> options) {
        OptionReader reader = new OptionReader(new LinkedHashMap<>(options));
        ServerConfig config = read(reader, options);
        reader.finish();
        return config;
    }

    /** The names of all options, without the prefix; further names begin with {@code ws.enableExtension.}. */
    public static Set<String> names() {
        OptionReader reader = new OptionReader(Map.of());
        read(reader, Map.of());
        return reader.known();
    }

    private static ServerConfig read(OptionReader reader, Map<String, String> options) {
        AllowedOrigins origins = AllowedOrigins.read(reader);
        return new ServerConfig(
                reader.names("allowedTransports", List.of(WEBSOCKET, LONG_POLLING, CALLBACK_POLLING)),
                reader.flag("broadcastToPublisher", true),
                reader.flag("validateMessageFields", true),
                AbuseLimits.read(reader),
                ChannelLimits.read(reader),
                reader.positiveMillis("sweepPeriod", 997),
                reader.millis("maxFlushDelay", 20),
                TransportConfig.read(reader, List.of("ws")),
                TransportConfig.read(reader, List.of("long-polling", "long-polling.json")),
                TransportConfig.read(reader, List.of("callback-polling", "callback-polling.jsonp")),
                BrowserConfig.read(reader),
                origins,
                CookieConfig.read(reader, origins),
                reader.flag("fingerprintAddress", true),
                FrameConfig.read(reader),
                ManagementConfig.read(reader),
                ClusterConfig.read(reader),
                options);
    }

    /**
     * The settings of a transport.
     *
     * @param transport its name as clients negotiate it; the settings of long-polling serve unknown ones
     */
    public TransportConfig transport(String transport) {
        return switch (transport) {
            case WEBSOCKET -> webSocket;
            case CALLBACK_POLLING -> callbackPolling;
            default -> longPolling;
        };
    }
}
