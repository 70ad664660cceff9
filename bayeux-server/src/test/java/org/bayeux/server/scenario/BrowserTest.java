package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** Several sessions of one browser: row P12, manual 9.3.10 to 9.3.12. */
class BrowserTest {

    private static final String SHARING = """
            {'channel':'/meta/connect','successful':true,
             'advice':{'reconnect':'retry','interval':2000,'timeout':30000,'multiple-clients':true}}""";

    private final InMemoryServer server = InMemoryServer.start();
    private final Browser browser = new Browser();
    private final InMemoryClient first = server.polling(browser).joins();
    private final InMemoryClient second = server.polling(browser);

    @Test
    void aBrowserGetsItsCookieWithTheFirstHandshakeOnly() {
        String cookie = browser.cookie("BAYEUX_BROWSER");

        second.shakesHands();

        assertThat(browser.cookie("BAYEUX_BROWSER")).isEqualTo(cookie).hasSizeGreaterThan(15);
    }

    @Test
    void overHttp2AnyNumberOfSessionsIsHeld() {
        browser.protocol("HTTP/2.0");

        second.joins().receivesNothing();

        assertThat(first.isHeld()).isTrue();
        assertThat(second.isHeld()).isTrue();
    }

    @Test
    void overHttp2TheNumberMayBeLimited() {
        InMemoryServer limited = InMemoryServer.start("http2MaxSessionsPerBrowser", "1");
        Browser modern = new Browser().protocol("HTTP/2.0");
        limited.polling(modern).joins();

        limited.polling(modern).joins().receivesSome(SHARING);
    }

    @Test
    void aRefusedHandshakeSetsNoCookie() {
        Browser fresh = new Browser();

        server.polling(fresh)
                .sends("{'channel':'/meta/handshake','minimumVersion':'9'}")
                .takes();

        assertThat(fresh.cookie("BAYEUX_BROWSER")).isNull();
    }

    @Test
    void theSecondSessionOfABrowserIsNotHeldAndAdvisedToPoll() {
        second.shakesHands().connects().receivesSome("{'advice':{'reconnect':'retry','interval':0,'timeout':30000}}");

        second.connects().receives(SHARING);

        assertThat(second.isHeld()).isFalse();
        assertThat(first.isHeld()).isTrue();
    }

    @Test
    void theSecondSessionHasTheIntervalToComeBackIn() {
        second.shakesHands().connects().takes();
        second.connects().receives(SHARING);

        server.clock().advanceMillis(11_999);
        assertThat(second.isKnown()).isTrue();
        server.clock().advanceMillis(1);
        assertThat(second.isKnown()).isFalse();
    }

    @Test
    void whenTheOtherIsGoneTheSecondHearsThatItNeedNotPollAnyMore() {
        second.shakesHands().connects().takes();
        second.connects().receives(SHARING);

        first.disconnects();
        second.connects().receives("""
            {'channel':'/meta/connect','successful':true,
             'advice':{'reconnect':'retry','interval':0,'timeout':30000}}""");

        second.connects();
        assertThat(second.isHeld()).isTrue();
    }

    @Test
    void aConnectThatReplacesItsOlderOneIsNotAnotherSession() {
        first.connects().receivesSome("{'error':'408::connect_superseded'}");

        assertThat(first.isHeld()).isTrue();
    }

    @Test
    void aReleasedConnectMakesRoom() {
        server.clock().advanceMillis(30_000);
        first.receivesSome("{'channel':'/meta/connect','successful':true}");

        second.joins();

        assertThat(second.isHeld()).isTrue();
    }

    @Test
    void moreSessionsAreRefusedIfThereIsNoInterval() {
        InMemoryServer strict = InMemoryServer.start("multiSessionInterval", "0");
        InMemoryClient one = strict.polling().joins();
        InMemoryClient other = strict.polling(one.browser()).shakesHands().connects();
        other.takes();

        other.connects().receives("""
            {'channel':'/meta/connect','successful':false,'error':'403::too_many_sessions_per_browser',
             'advice':{'reconnect':'none','multiple-clients':true}}""");
        assertThat(one.isHeld()).isTrue();
    }

    @Test
    void asManySessionsAreHeldAsConfigured() {
        InMemoryServer roomy = InMemoryServer.start("maxSessionsPerBrowser", "2");
        InMemoryClient one = roomy.polling().joins();
        InMemoryClient two = roomy.polling(one.browser()).joins();
        InMemoryClient three = roomy.polling(one.browser()).joins();

        assertThat(one.isHeld()).isTrue();
        assertThat(two.isHeld()).isTrue();
        assertThat(three.isHeld()).isFalse();
    }

    @Test
    void anyNumberIsHeldIfThereIsNoLimit() {
        InMemoryServer endless = InMemoryServer.start("maxSessionsPerBrowser", "-1");
        InMemoryClient one = endless.polling().joins();

        for (int i = 0; i < 5; i++) {
            assertThat(endless.polling(one.browser()).joins().isHeld()).isTrue();
        }
    }

    @Test
    void noneIsHeldIfTheLimitIsZero() {
        InMemoryServer none = InMemoryServer.start("maxSessionsPerBrowser", "0");

        assertThat(none.polling().joins().receives(SHARING).isHeld()).isFalse();
    }

    @Test
    void socketsDoNotCount() {
        InMemoryClient socket = server.socket(browser).joins();

        socket.receivesNothing();
        assertThat(first.isHeld()).isTrue();
    }
}
