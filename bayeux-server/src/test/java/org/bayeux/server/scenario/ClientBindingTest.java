package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A session belongs to its client: told by the cookie if it keeps cookies, by its fingerprint otherwise. */
class ClientBindingTest {

    private static final String COOKIE = "BAYEUX_BROWSER";
    private static final String SERVED = "{'channel':'/a','successful':true}";
    private static final String REFUSED = """
            {'successful':false,'error':'402::session_unknown','advice':{'reconnect':'handshake','interval':0}}""";

    private InMemoryServer server = InMemoryServer.start();

    @ParameterizedTest
    @EnumSource
    void clientWithoutCookiesIsKnownByItsFingerprint(Way way) {
        Browser browser = usual().keepsNoCookies();
        InMemoryClient client = way.client(server, browser).joins();

        for (Way other : Way.values()) {
            other.client(server, browser)
                    .pretendsToBe(client)
                    .sends(publication())
                    .receivesSome(SERVED);
        }
    }

    @ParameterizedTest
    @MethodSource("ofWaysAndStrangers")
    void strangerIsRefusedWhereTheClientKeepsNoCookies(Way victimsWay, Way way, Stranger stranger) {
        InMemoryClient victim =
                victimsWay.client(server, usual().keepsNoCookies()).joins();

        InMemoryClient thief = way.client(server, stranger.apply(usual())).pretendsToBe(victim);

        thief.sends(publication()).receivesSome(REFUSED);
        assertThat(victim.isKnown()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ofWaysAndStrangers")
    void strangerIsRefusedWhereCookiesAreNotUsed(Way victimsWay, Way way, Stranger stranger) {
        server = InMemoryServer.start("browserCookie", "false");
        InMemoryClient victim = victimsWay.client(server, usual()).joins();

        InMemoryClient thief = way.client(server, stranger.apply(usual())).pretendsToBe(victim);

        thief.sends(publication()).receivesSome(REFUSED);
    }

    @Tag("option:browserCookie")
    @ParameterizedTest
    @EnumSource
    void withoutCookiesNoneIsSetAndNoneIsRead(Way way) {
        server = InMemoryServer.start("browserCookie", "false");
        Browser browser = usual();
        InMemoryClient client = way.client(server, browser).joins();
        assertThat(browser.cookie(COOKIE)).isNull();

        browser.cookie(COOKIE, "whatever-is-left-from-former-days");

        way.client(server, browser).pretendsToBe(client).sends(publication()).receivesSome(SERVED);
    }

    @ParameterizedTest
    @EnumSource
    void browserThatOnlyUsesSocketsGetsTheCookieAndIsBoundByIt(Way thiefsWay) {
        Browser browser = usual();
        InMemoryClient victim = server.socket(browser).joins();
        assertThat(browser.cookie(COOKIE)).hasSizeGreaterThan(15);

        victim.isCut().connects();

        InMemoryClient thief =
                thiefsWay.client(server, usual().keepsNoCookies()).pretendsToBe(victim);
        thief.sends(publication()).receivesSome(REFUSED);
        assertThat(victim.isHeld()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anotherCookieIsRefusedEvenBeforeTheClientHasShownItsOwn(Way thiefsWay) {
        InMemoryClient victim = server.socket(usual()).joins();
        Browser another = usual().cookie(COOKIE, "the-cookie-of-another-browser");

        thiefsWay
                .client(server, another)
                .pretendsToBe(victim)
                .sends(publication())
                .receivesSome(REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void browserWithItsCookieMayChangeNetworks(Way way) {
        Browser browser = usual();
        InMemoryClient client = way.client(server, browser).joins();

        browser.address("198.51.100.7");

        way.client(server, browser).pretendsToBe(client).sends(publication()).receivesSome(SERVED);
    }

    @ParameterizedTest
    @EnumSource
    void anotherUserOfABrowserDoesNotGoOnWithTheSession(Way way) {
        Browser browser = usual();
        InMemoryClient client = way.client(server, browser).joins();

        browser.user("bob");

        way.client(server, browser).pretendsToBe(client).sends(publication()).receivesSome(REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void whoLogsInOrIsNotKnownOnThisWayKeepsTheSession(Way way) {
        Browser anonymous = new Browser();
        InMemoryClient client = way.client(server, anonymous).joins();
        anonymous.user("alice");
        way.client(server, anonymous).pretendsToBe(client).sends(publication()).receivesSome(SERVED);

        InMemoryClient alices = way.client(server, anonymous).joins();
        Browser unknown = new Browser().cookie(COOKIE, anonymous.cookie(COOKIE));
        way.client(server, unknown).pretendsToBe(alices).sends(publication()).receivesSome(SERVED);
    }

    @Tag("option:fingerprintAddress")
    @ParameterizedTest
    @EnumSource
    void clientWithoutCookiesMayChangeNetworksIfTheAddressDoesNotCount(Way way) {
        server = InMemoryServer.start("browserCookie", "false", "fingerprintAddress", "false");
        Browser browser = usual();
        InMemoryClient client = way.client(server, browser).joins();

        browser.address("198.51.100.7");
        way.client(server, browser).pretendsToBe(client).sends(publication()).receivesSome(SERVED);

        browser.header("User-Agent", "other");
        way.client(server, browser).pretendsToBe(client).sends(publication()).receivesSome(REFUSED);
    }

    @Test
    void sessionsOfABrowserAreNotNoticedWithoutCookies() {
        server = InMemoryServer.start("browserCookie", "false");
        Browser browser = usual();

        InMemoryClient first = server.polling(browser).joins();
        InMemoryClient second = server.polling(browser).joins();

        assertThat(first.isHeld()).isTrue();
        assertThat(second.isHeld()).isTrue();
    }

    static Stream<Arguments> ofWaysAndStrangers() {
        return Stream.of(Way.values()).flatMap(victim -> Stream.of(Way.values())
                .flatMap(thief -> Stream.of(Stranger.values()).map(stranger -> Arguments.of(victim, thief, stranger))));
    }

    private static Browser usual() {
        return new Browser().user("alice").address("192.0.2.1").header("Origin", "https://app.example.com");
    }

    private static String publication() {
        return "{'channel':'/a','clientId':'$id','data':1}";
    }

    /** By which transport. */
    enum Way {
        POLLING(InMemoryServer::polling),
        CALLBACK_POLLING(InMemoryServer::callbackPolling),
        SOCKET(InMemoryServer::socket);

        private final BiFunction<InMemoryServer, Browser, InMemoryClient> make;

        Way(BiFunction<InMemoryServer, Browser, InMemoryClient> make) {
            this.make = make;
        }

        InMemoryClient client(InMemoryServer server, Browser browser) {
            return make.apply(server, browser);
        }
    }

    /** By what a thief differs from its victim. */
    enum Stranger implements UnaryOperator<Browser> {
        OF_ANOTHER_USER {
            @Override
            public Browser apply(Browser browser) {
                return browser.user("mallory");
            }
        },
        WITH_ANOTHER_AGENT {
            @Override
            public Browser apply(Browser browser) {
                return browser.header("User-Agent", "another");
            }
        },
        OF_ANOTHER_ORIGIN {
            @Override
            public Browser apply(Browser browser) {
                return browser.header("Origin", "https://shop.example.com");
            }
        },
        ELSEWHERE {
            @Override
            public Browser apply(Browser browser) {
                return browser.address("198.51.100.7");
            }
        }
    }
}
