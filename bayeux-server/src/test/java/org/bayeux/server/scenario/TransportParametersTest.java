package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each option of the transports changes what it says, under each name that it may be set by; see {@link ParametersTest}. */
class TransportParametersTest {

    private static final String CONNECTED = "{'channel':'/meta/connect','successful':true}";

    static Stream<Setting> settings() {
        return Stream.of(
                new Setting("", "long-polling"),
                new Setting("", "callback-polling"),
                new Setting("", "websocket"),
                new Setting("long-polling.", "long-polling"),
                new Setting("long-polling.json.", "long-polling"),
                new Setting("callback-polling.", "callback-polling"),
                new Setting("callback-polling.jsonp.", "callback-polling"),
                new Setting("ws.", "websocket"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    @Tag("option:timeout")
    void connectIsHeldForTheTimeout(Setting setting) {
        InMemoryServer server = setting.start("timeout", "700");
        InMemoryClient client = setting.client(server).joins();

        server.clock().advanceMillis(699);
        client.receivesNothing();
        server.clock().advanceMillis(1);
        client.receives(CONNECTED);
    }

    @ParameterizedTest
    @MethodSource("settings")
    @Tag("option:interval")
    void clientIsToldTheIntervalAndMayTakeIt(Setting setting) {
        InMemoryServer server = setting.start("interval", "700");
        InMemoryClient client = setting.client(server).shakesHands().connects();

        client.receivesSome("{'advice':{'reconnect':'retry','interval':700,'timeout':30000}}");
        server.clock().advanceMillis(10_699);
        assertThat(client.isKnown()).isTrue();
        server.clock().advanceMillis(1);
        assertThat(client.isKnown()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("settings")
    @Tag("option:maxInterval")
    void silentClientIsGivenUpAfterMaxInterval(Setting setting) {
        InMemoryServer server = setting.start("maxInterval", "700");
        InMemoryClient client = setting.client(server).shakesHands();

        server.clock().advanceMillis(699);
        assertThat(client.isKnown()).isTrue();
        server.clock().advanceMillis(1);
        assertThat(client.isKnown()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("settings")
    @Tag("option:maxProcessing")
    void clientWhoseMessageIsProcessedForTooLongIsGivenUp(Setting setting) {
        InMemoryServer server = setting.start("maxProcessing", "700");
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        server.channel("/slow").addListener((ServerChannel.AsyncMessageListener) (from, channel, message) -> answer);
        InMemoryClient client = setting.client(server).joins();
        client.sends("{'channel':'/slow','clientId':'$id','data':1}");

        server.clock().advanceMillis(699);
        assertThat(client.isKnown()).isTrue();
        server.clock().advanceMillis(1);
        assertThat(client.isKnown()).isFalse();
        answer.complete(true);
    }

    @ParameterizedTest
    @MethodSource("settings")
    @Tag("option:maxLazyTimeout")
    void lazyMessageWaitsForMaxLazyTimeout(Setting setting) {
        InMemoryServer server = setting.start("maxLazyTimeout", "700");
        InMemoryClient client = setting.client(server).joins().subscribes("/lazy");
        server.channel("/lazy").setLazy(true);

        server.channel("/lazy").publish(null, 1);

        server.clock().advanceMillis(699);
        client.receivesNothing();
        server.clock().advanceMillis(1);
        client.receives("{'channel':'/lazy','data':1}");
    }

    @ParameterizedTest
    @MethodSource("settings")
    @Tag("option:metaConnectDeliverOnly")
    void messagesTravelWithConnectsOnlyIfSoConfigured(Setting setting) {
        InMemoryServer server = setting.start("metaConnectDeliverOnly", "true");
        InMemoryClient client = setting.client(server).shakesHands().connects();
        client.takes();

        client.session().deliver(null, "/a", 1);
        client.publishes("/other", "2").receivesNothing();

        client.connects().receivesSome("{'data':1}").receivesSome(CONNECTED);
    }

    @ParameterizedTest
    @MethodSource("settings")
    @Tag("option:maxQueue")
    void listenersAreAskedOnceTheQueueIsFull(Setting setting) {
        InMemoryServer server = setting.start("maxQueue", "2");
        InMemoryClient client = unreached(server, setting);
        List<Object> asked = new ArrayList<>();
        client.session().addListener((ServerSession.MaxQueueListener) (to, queue, sender, message) -> {
            asked.add(message.getData());
            return false;
        });

        for (int i = 1; i <= 3; i++) {
            client.session().deliver(null, "/a", i);
        }

        assertThat(asked).containsExactly(3);
    }

    @ParameterizedTest
    @MethodSource("settings")
    @Tag("option:maxQueueBytes")
    void queueIsFullWhenItHasThatManyBytes(Setting setting) {
        InMemoryServer server = setting.start("maxQueueBytes", "150");
        InMemoryClient client = unreached(server, setting);

        client.session().deliver(null, "/a", "x".repeat(100));
        assertThat(client.isKnown()).isTrue();
        client.session().deliver(null, "/a", "y".repeat(100));
        assertThat(client.isKnown()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("settings")
    @Tag("option:maxQueuePolicy")
    void policyDecidesAboutTheMessageThatIsTooMany(Setting setting) {
        InMemoryServer server = setting.start("maxQueuePolicy", "dropOldest", "maxQueue", "2");
        InMemoryClient client = unreached(server, setting);

        for (int i = 1; i <= 3; i++) {
            client.session().deliver(null, "/a", i);
        }

        client.connects().receivesSome("{'data':2}").receivesSome("{'data':3}");
    }

    @Test
    void optionWithAPrefixIsForItsTransportOnly() {
        InMemoryServer server = InMemoryServer.start("ws.timeout", "700", "long-polling.timeout", "800");
        InMemoryClient socket = server.socket().joins();
        InMemoryClient polling = server.polling().joins();

        server.clock().advanceMillis(700);
        socket.receives(CONNECTED);
        polling.receivesNothing();
        server.clock().advanceMillis(100);
        polling.receives(CONNECTED);
    }

    @Test
    void longerPrefixWins() {
        InMemoryServer server = InMemoryServer.start(
                "timeout", "700", "long-polling.timeout", "800", "long-polling.json.timeout", "900");
        InMemoryClient polling = server.polling().joins();

        server.clock().advanceMillis(899);
        polling.receivesNothing();
        server.clock().advanceMillis(1);
        polling.receives(CONNECTED);
    }

    private static InMemoryClient unreached(InMemoryServer server, Setting setting) {
        InMemoryClient client = setting.client(server).shakesHands().connects();
        client.takes();
        return setting.transport().equals("websocket") ? client.isCut() : client;
    }

    /** By which name an option is set, and which kind of client notices. */
    record Setting(String prefix, String transport) {

        /** Only the first option is set by the name of the transport. */
        InMemoryServer start(String... options) {
            String[] named = options.clone();
            named[0] = prefix + named[0];
            return InMemoryServer.start(named);
        }

        InMemoryClient client(InMemoryServer server) {
            return switch (transport) {
                case "websocket" -> server.socket();
                case "callback-polling" -> server.callbackPolling();
                default -> server.polling();
            };
        }
    }
}
