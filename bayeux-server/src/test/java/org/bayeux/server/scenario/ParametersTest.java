package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each option of the engine changes what it says: row S6. The tags name the option; a house rule finds the options without
 * a test. Those of one transport are in {@link TransportParametersTest}, those of the adapters in the integration tests.
 */
class ParametersTest {

    @Test
    @Tag("option:allowedTransports")
    void allowedTransportsAreOfferedInTheirOrder() {
        String handshake = "{'channel':'/meta/handshake','version':'1.0','supportedConnectionTypes':['long-polling']}";

        InMemoryServer.start("allowedTransports", "long-polling,websocket")
                .polling()
                .sends(handshake)
                .receivesSome("{'successful':true,'supportedConnectionTypes':['long-polling','websocket']}");
        InMemoryServer.start("allowedTransports", "websocket")
                .polling()
                .sends(handshake)
                .receivesSome("{'successful':false,'supportedConnectionTypes':['websocket']}");
    }

    @Test
    @Tag("option:broadcastToPublisher")
    void publisherIsLeftOutIfSoConfigured() {
        InMemoryClient served = InMemoryServer.start().socket().joins().subscribes("/a");
        InMemoryClient leftOut = InMemoryServer.start("broadcastToPublisher", "false")
                .socket()
                .joins()
                .subscribes("/a");

        served.publishes("/a", "1").receivesSome("{'data':1}");
        leftOut.publishes("/a", "1").receivesNothing();
    }

    @Test
    @Tag("option:validateMessageFields")
    void illegalNamesAreAcceptedIfSoConfigured() {
        String message = "{'channel':'/a b','clientId':'$id','data':1,'id':'1'}";

        InMemoryServer.start().socket().joins().sends(message).receivesSome("{'error':'400::channel_invalid'}");
        InMemoryServer.start("validateMessageFields", "false")
                .socket()
                .joins()
                .sends(message)
                .receivesSome("{'channel':'/a b','successful':true}");
    }

    @Test
    @Tag("option:maxChannelLength")
    void lengthOfChannelsIsLimited() {
        String message = "{'channel':'/12345678901234567','clientId':'$id','data':1}";

        InMemoryServer.start("maxChannelLength", "17")
                .socket()
                .joins()
                .sends(message)
                .receivesSome("{'error':'400::channel_invalid'}");
        InMemoryServer.start("maxChannelLength", "18")
                .socket()
                .joins()
                .sends(message)
                .receivesSome("{'successful':true}");
    }

    @Test
    @Tag("option:maxChannelDepth")
    void depthOfChannelsIsLimited() {
        String message = "{'channel':'/a/b/c','clientId':'$id','data':1}";

        InMemoryServer.start("maxChannelDepth", "2")
                .socket()
                .joins()
                .sends(message)
                .receivesSome("{'error':'400::channel_invalid'}");
        InMemoryServer.start("maxChannelDepth", "3")
                .socket()
                .joins()
                .sends(message)
                .receivesSome("{'successful':true}");
    }

    @Test
    @Tag("option:sweepPeriod")
    void channelsAreSweptAsOftenAsConfigured() {
        InMemoryServer server = InMemoryServer.start("sweepPeriod", "10");
        server.channel("/unused");

        server.clock().advanceMillis(29);
        assertThat(server.bayeux().getChannel("/unused")).isNotNull();
        server.clock().advanceMillis(1);
        assertThat(server.bayeux().getChannel("/unused")).isNull();
    }

    @Test
    @Tag("option:maxSessionsPerBrowser")
    void asManySessionsOfABrowserAreHeldAsConfigured() {
        assertThat(heldOf(3, "HTTP/1.1", InMemoryServer.start())).isEqualTo(1);
        assertThat(heldOf(3, "HTTP/1.1", InMemoryServer.start("maxSessionsPerBrowser", "2")))
                .isEqualTo(2);
        assertThat(heldOf(3, "HTTP/1.1", InMemoryServer.start("maxSessionsPerBrowser", "-1")))
                .isEqualTo(3);
    }

    @Test
    @Tag("option:http2MaxSessionsPerBrowser")
    void asManySessionsOfAModernBrowserAreHeldAsConfigured() {
        assertThat(heldOf(3, "HTTP/2.0", InMemoryServer.start())).isEqualTo(3);
        assertThat(heldOf(3, "HTTP/2.0", InMemoryServer.start("http2MaxSessionsPerBrowser", "2")))
                .isEqualTo(2);
    }

    @Test
    @Tag("option:multiSessionInterval")
    void sessionsBeyondThatPollAsOftenAsConfigured() {
        InMemoryServer server = InMemoryServer.start("multiSessionInterval", "700");
        InMemoryClient first = server.polling().joins();

        server.polling(first.browser())
                .joins()
                .receivesSome(
                        "{'advice':{'reconnect':'retry','interval':700,'timeout':30000,'multiple-clients':true}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void sessionsBeyondThatAreRefusedIfTheyMayNotPoll(String none) {
        InMemoryServer server = InMemoryServer.start("multiSessionInterval", none);
        InMemoryClient first = server.polling().joins();

        server.polling(first.browser())
                .joins()
                .receivesSome("{'successful':false,'advice':{'reconnect':'none','multiple-clients':true}}");
    }

    @Test
    @Tag("option:ws.requireHandshakePerConnection")
    void everySocketNeedsItsOwnHandshakeIfSoConfigured() {
        InMemoryClient free = InMemoryServer.start().socket().joins().isCut();
        InMemoryClient bound = InMemoryServer.start("ws.requireHandshakePerConnection", "true")
                .socket()
                .joins()
                .isCut();

        free.publishes("/a", "1");
        bound.connects().receivesSome("{'successful':false,'advice':{'reconnect':'handshake','interval':0}}");
    }

    private static int heldOf(int sessions, String protocol, InMemoryServer server) {
        Browser browser = new Browser().protocol(protocol);
        int held = 0;
        for (int i = 0; i < sessions; i++) {
            held += server.polling(browser).joins().isHeld() ? 1 : 0;
        }
        return held;
    }
}
