package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.bayeux.api.server.LocalSession;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** Whoever learns an id cannot use it from elsewhere. */
class StolenIdTest {

    private static final String REFUSED = """
            {'successful':false,'error':'402::session_unknown','advice':{'reconnect':'handshake','interval':0}}""";

    private static final Supplier<Browser> ANOTHER = () -> new Browser().header("User-Agent", "another");

    private final InMemoryServer server = InMemoryServer.start();

    @Test
    void anUnknownIdIsRefusedForEveryKindOfMessage() {
        InMemoryClient thief = server.polling();

        for (String channel : new String[] {"/meta/connect", "/meta/disconnect", "/a"}) {
            thief.sends("{'channel':'" + channel + "','clientId':'nobody'}").receivesSome(REFUSED);
        }
        thief.sends("{'channel':'/meta/subscribe','clientId':'nobody','subscription':'/a'}")
                .receivesSome(REFUSED);
        thief.sends("{'channel':'/meta/unsubscribe','clientId':'nobody','subscription':'/a'}")
                .receivesSome(REFUSED);
    }

    @Test
    void aMessageWithoutIdIsRefused() {
        server.polling().sends("{'channel':'/meta/connect'}").receivesSome(REFUSED);
    }

    @Test
    void pollingFromAnotherBrowserIsRefused() {
        InMemoryClient victim = server.polling().joins();
        InMemoryClient thief = server.polling().pretendsToBe(victim);

        thief.connects().receivesSome(REFUSED);

        thief.browser().cookie("BAYEUX_BROWSER", "not-the-cookie-of-the-victim");
        thief.connects().receivesSome(REFUSED);
        assertThat(victim.isHeld()).isTrue();
        assertThat(victim.isKnown()).isTrue();
    }

    @Test
    void anotherTabOfTheSameBrowserMayUseTheId() {
        InMemoryClient tab = server.polling().joins();

        server.polling(tab.browser()).pretendsToBe(tab).publishes("/a", "1");
    }

    @Test
    void aSocketFromAnotherBrowserCannotTakeAPollingSessionOver() {
        InMemoryClient victim = server.polling().joins();

        server.socket().pretendsToBe(victim).connects().receivesSome(REFUSED);

        assertThat(victim.isHeld()).isTrue();
    }

    @Test
    void pollingCannotTakeASocketOver() {
        InMemoryClient victim = server.socket().joins();

        server.polling(ANOTHER.get()).pretendsToBe(victim).connects().receivesSome(REFUSED);

        server.channel("/a").subscribe(victim.session());
        server.channel("/a").publish(null, 1);
        victim.receivesSome("{'data':1}");
    }

    @Test
    void idsOfLocalSessionsAreOfNoUse() {
        LocalSession service = server.bayeux().newLocalSession("service");
        service.handshake();
        String id = service.getId();

        for (InMemoryClient thief : new InMemoryClient[] {server.polling(), server.socket()}) {
            thief.sends("{'channel':'/meta/connect','clientId':'" + id + "'}").receivesSome(REFUSED);
            thief.sends("{'channel':'/meta/disconnect','clientId':'" + id + "'}")
                    .receivesSome(REFUSED);
            thief.sends("{'channel':'/a','clientId':'" + id + "','data':1}").receivesSome(REFUSED);
        }
        assertThat(service.isHandshook()).isTrue();
    }

    @Test
    void aCookieThatTheServerWouldNotMakeCountsAsNone() {
        Browser browser = new Browser().cookie("BAYEUX_BROWSER", "x");

        server.polling(browser).joins();

        assertThat(browser.cookie("BAYEUX_BROWSER")).hasSizeGreaterThan(15);
    }

    @Test
    void whatAThiefSendsDoesNotProlongTheSession() {
        InMemoryClient victim = server.polling().shakesHands();
        server.clock().advanceMillis(9_000);

        server.polling(ANOTHER.get()).pretendsToBe(victim).connects().takes();

        server.clock().advanceMillis(1_000);
        assertThat(victim.isKnown()).isFalse();
    }
}
