package org.bayeux.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bayeux.api.server.QueuePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ServerConfigTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("options")
    void optionHasTheDefaultOfTheManualAndCanBeSet(
            String name, Function<ServerConfig, Object> read, Object standard, String text, Object changed) {
        assertThat(read.apply(ServerConfig.defaults())).isEqualTo(standard);

        ServerConfig config = ServerConfig.of(Map.of(name, text));

        assertThat(read.apply(config)).isEqualTo(changed);
        assertThat(config.options()).containsExactly(Map.entry(name, text));
    }

    static Stream<Arguments> options() {
        return Stream.of(
                option(
                                "allowedTransports",
                                ServerConfig::allowedTransports,
                                List.of("websocket", "long-polling", "callback-polling"))
                        .set(" long-polling , websocket", List.of("long-polling", "websocket")),
                option("broadcastToPublisher", ServerConfig::broadcastToPublisher, true)
                        .set("false", false),
                option("validateMessageFields", ServerConfig::validateMessageFields, true)
                        .set("FALSE", false),
                option("maxChannelLength", it -> it.channelLimits().maxLength(), 256)
                        .set("17", 17),
                option("maxChannelDepth", it -> it.channelLimits().maxDepth(), 32)
                        .set("256", 256),
                option("maxSessionsPerAddress", it -> it.abuseLimits().maxSessionsPerAddress(), 50_000)
                        .set("-1", -1),
                option("maxSubscriptionsPerSession", it -> it.abuseLimits().maxSubscriptionsPerSession(), 10_000)
                        .set("1", 1),
                option("maxClientChannels", it -> it.abuseLimits().maxClientChannels(), 50_000)
                        .set("1", 1),
                option("maxMessagesPerBatch", it -> it.abuseLimits().maxMessagesPerBatch(), 5_000)
                        .set("1", 1),
                option("maxNestingDepth", it -> it.abuseLimits().maxNestingDepth(), 64)
                        .set("500", 500),
                option("maxMessageRate", it -> it.abuseLimits().maxMessageRate(), 10_000)
                        .set("-1", -1),
                option("sweepPeriod", ServerConfig::sweepPeriod, millis(997)).set("1", millis(1)),
                option("maxFlushDelay", ServerConfig::maxFlushDelay, millis(20)).set("0", millis(0)),
                option("timeout", it -> it.webSocket().timeout(), millis(30_000))
                        .set("0", millis(0)),
                option("timeout", it -> it.longPolling().timeout(), millis(30_000))
                        .set("20000", millis(20_000)),
                option("interval", it -> it.longPolling().interval(), millis(0)).set("5", millis(5)),
                option("maxInterval", it -> it.longPolling().maxInterval(), millis(10_000))
                        .set("1", millis(1)),
                option("maxProcessing", it -> it.longPolling().maxProcessing(), Optional.empty())
                        .set("7", Optional.of(millis(7))),
                option("maxProcessing", it -> it.longPolling().maxProcessing(), Optional.empty())
                        .set("-1", Optional.empty()),
                option("maxLazyTimeout", it -> it.longPolling().maxLazyTimeout(), millis(5_000))
                        .set("3", millis(3)),
                option("metaConnectDeliverOnly", it -> it.webSocket().metaConnectDeliverOnly(), false)
                        .set("true", true),
                option("maxQueue", it -> it.longPolling().queue().maxMessages(), -1)
                        .set("10", 10),
                option("maxQueueBytes", it -> it.longPolling().queue().maxBytes(), 16 * 1024 * 1024)
                        .set("-1", -1),
                option(
                                "maxTotalQueueBytes",
                                it -> it.abuseLimits().maxTotalQueueBytes(),
                                Runtime.getRuntime().maxMemory() / 6)
                        .set("5000000000", 5_000_000_000L),
                option("maxQueuePolicy", it -> it.webSocket().queue().policy(), QueuePolicy.DISCONNECT)
                        .set("dropOldest", QueuePolicy.DROP_OLDEST),
                option("ws.maxQueuePolicy", it -> it.webSocket().queue().policy(), QueuePolicy.DISCONNECT)
                        .set("listener", QueuePolicy.LISTENER),
                option("maxMessageSize", it -> it.longPolling().maxMessageSize(), 128 * 1024)
                        .set("1", 1),
                option("maxSessionsPerBrowser", it -> it.browsers().maxSessionsPerBrowser(), 1)
                        .set("-1", -1),
                option("http2MaxSessionsPerBrowser", it -> it.browsers().http2MaxSessionsPerBrowser(), -1)
                        .set("4", 4),
                option("multiSessionInterval", it -> it.browsers().multiSessionInterval(), millis(2_000))
                        .set("0", millis(0)),
                option("browserCookie", it -> it.cookie().enabled(), true).set("false", false),
                option("fingerprintAddress", ServerConfig::fingerprintAddress, true)
                        .set("false", false),
                option("browserCookieName", it -> it.cookie().name(), "BAYEUX_BROWSER")
                        .set("B", "B"),
                option("browserCookieDomain", it -> it.cookie().domain(), Optional.empty())
                        .set("example.org", Optional.of("example.org")),
                option("browserCookiePath", it -> it.cookie().path(), "/").set("/app", "/app"),
                option("browserCookieSecure", it -> it.cookie().secure(), Optional.empty())
                        .set("true", Optional.of(true)),
                option("browserCookieHttpOnly", it -> it.cookie().httpOnly(), true)
                        .set("false", false),
                option("browserCookieSameSite", it -> it.cookie().sameSite(), Optional.of("Lax"))
                        .set("None", Optional.of("None")),
                option("ws.messagesPerFrame", it -> it.frames().messagesPerFrame(), Optional.empty())
                        .set("1", Optional.of(1)),
                option("ws.bufferSize", it -> it.frames().bufferSize(), Optional.empty())
                        .set("4096", Optional.of(4096)),
                option("ws.idleTimeout", it -> it.frames().idleTimeout(), Optional.empty())
                        .set("60000", Optional.of(millis(60_000))),
                option("ws.maxMessageSize", it -> it.webSocket().maxMessageSize(), 128 * 1024)
                        .set("99", 99),
                option("ws.requireHandshakePerConnection", it -> it.frames().requireHandshakePerConnection(), false)
                        .set("true", true));
    }

    @ParameterizedTest
    @CsvSource({
        "ws.timeout,                     1, 30000, 30000",
        "long-polling.timeout,           30000, 1, 30000",
        "long-polling.json.timeout,      30000, 1, 30000",
        "callback-polling.timeout,       30000, 30000, 1",
        "callback-polling.jsonp.timeout, 30000, 30000, 1",
    })
    void prefixedOptionIsThatOfOneTransport(String name, long webSocket, long longPolling, long callbackPolling) {
        ServerConfig config = ServerConfig.of(Map.of(name, "1"));

        assertThat(config.webSocket().timeout()).isEqualTo(millis(webSocket));
        assertThat(config.longPolling().timeout()).isEqualTo(millis(longPolling));
        assertThat(config.callbackPolling().timeout()).isEqualTo(millis(callbackPolling));
    }

    @Test
    void narrowestPrefixWins() {
        ServerConfig config =
                ServerConfig.of(Map.of("timeout", "1", "long-polling.timeout", "2", "long-polling.json.timeout", "3"));

        assertThat(config.longPolling().timeout()).isEqualTo(millis(3));
        assertThat(config.webSocket().timeout()).isEqualTo(millis(1));
    }

    @Test
    void contradictionIsToldWithBothOptions() {
        assertThatThrownBy(
                        () -> ServerConfig.of(Map.of("browserCookieSameSite", "None", "browserCookieSecure", "false")))
                .isInstanceOf(IllegalConfigException.class)
                .hasMessageContaining("'browserCookieSameSite'")
                .hasMessageContaining("'browserCookieSecure'");
    }

    @Test
    void queuesOfAllMayKeepASixthOfTheHeap() {
        assertThat(ServerConfig.defaults().abuseLimits().maxTotalQueueBytes())
                .isEqualTo(Runtime.getRuntime().maxMemory() / 6);
    }

    @Test
    void eachTransportHasItsSettings() {
        ServerConfig config = ServerConfig.of(Map.of("ws.timeout", "1", "callback-polling.timeout", "2"));

        assertThat(config.transport("websocket")).isEqualTo(config.webSocket());
        assertThat(config.transport("long-polling")).isEqualTo(config.longPolling());
        assertThat(config.transport("callback-polling")).isEqualTo(config.callbackPolling());
        assertThat(config.transport("local")).isEqualTo(config.longPolling());
    }

    @ParameterizedTest
    @CsvSource({
        "timeout,               soon,      'milliseconds, 0 or more'",
        "timeout,               -1,        'milliseconds, 0 or more'",
        "maxChannelLength,      16,        a whole number from 17 to 10000",
        "maxChannelLength,      10001,     a whole number from 17 to 10000",
        "maxChannelDepth,       1,         a whole number from 2 to 256",
        "maxChannelDepth,       257,       a whole number from 2 to 256",
        "sweepPeriod,           0,         'milliseconds, 1 or more'",
        "maxProcessing,         -2,        'milliseconds, or -1 for no limit'",
        "maxQueue,              -2,        a whole number of at least -1",
        "maxMessageSize,        0,         a whole number of at least 1",
        "maxMessageSize,        99999999999, a whole number of at least 1",
        "ws.messagesPerFrame,   0,         a whole number of at least 1",
        "broadcastToPublisher,  yes,       true or false",
        "allowedTransports,     carrier,   'a comma-separated list out of websocket, long-polling, callback-polling'",
        "browserCookieName,     a b,       text that matches",
        "browserCookiePath,     app,       text that matches",
        "browserCookieDomain,   'a;b',     text that matches",
        "timeout,               '',        'milliseconds, 0 or more'",
        "ws.timeout,            ' ',       'milliseconds, 0 or more'",
        "allowedTransports,     '',        a comma-separated list",
        "allowedOrigins,        '',        a comma-separated list of origins",
        "maxTotalQueueBytes,    -2,        a whole number of at least -1",
        "ws.enableExtension.x,  maybe,     true or false",
        "browserCookieSameSite, lax,       text that matches Strict|Lax|None",
    })
    void illegalValueIsToldWithKeyValueAndWhatIsLegal(String name, String value, String legal) {
        assertThatThrownBy(() -> ServerConfig.of(Map.of(name, value)))
                .isInstanceOf(IllegalConfigException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining(legal);
    }

    @Test
    void illegalPrefixedValueIsToldByItsFullName() {
        assertThatThrownBy(() -> ServerConfig.of(Map.of("ws.timeout", "x"))).hasMessageContaining("'ws.timeout'");
    }

    @ParameterizedTest
    @CsvSource({
        "timeot,                    timeout",
        "MaxInterval,               maxInterval",
        "ws.timeut,                 ws.timeout",
        "longpolling.json.timeout,  long-polling.json.timeout",
        "browserCookieNam,          browserCookieName",
        "ws.enableExtension.,       enableAckExtension",
    })
    void unknownOptionIsRefusedWithASuggestion(String unknown, String suggestion) {
        assertThatThrownBy(() -> ServerConfig.of(Map.of(unknown, "1")))
                .isInstanceOf(IllegalConfigException.class)
                .hasMessageContaining("'" + unknown + "'")
                .hasMessageContaining("did you mean '" + suggestion + "'");
    }

    @Test
    void allProblemsAreToldAtOnceAndEachOnce() {
        Map<String, String> options = Map.of("timeout", "x", "maxQueue", "y", "nonsense", "z");

        IllegalConfigException problem =
                catchThrowableOfType(IllegalConfigException.class, () -> ServerConfig.of(options));

        assertThat(problem.problems()).hasSize(3);
    }

    @Test
    void optionsReadByOthersAreKnown() {
        ServerConfig config =
                ServerConfig.of(Map.of("path", "/bayeux", "ws.enableExtension.permessage-deflate", "true"));

        assertThat(config.options()).containsKeys("path", "ws.enableExtension.permessage-deflate");
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    private static Option option(String name, Function<ServerConfig, Object> read, Object standard) {
        return new Option(name, read, standard);
    }

    /** An option, its reader and its default; {@link #set} adds a value and what it is read as. */
    private record Option(String name, Function<ServerConfig, Object> read, Object standard) {

        Arguments set(String text, Object changed) {
            return Arguments.of(name, read, standard, text, changed);
        }
    }
}
