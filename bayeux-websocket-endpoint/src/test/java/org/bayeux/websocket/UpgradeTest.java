package org.bayeux.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bayeux.server.config.AllowedOrigins;
import org.glassfish.tyrus.servlet.TestTyrusHandler;
import org.junit.jupiter.api.Test;

class UpgradeTest {

    private final UpgradeFilter filter = new UpgradeFilter();
    private final TestEngine engine = new TestEngine();
    private final UpgradeCookie cookie =
            new UpgradeCookie(engine, engine.config().cookie());
    private final List<Optional<HttpServletRequest>> seen = new ArrayList<>();
    private final FilterChain chain = (request, response) -> {
        seen.add(filter.current());
        passed = (HttpServletRequest) request;
    };
    private HttpServletRequest passed;

    @Test
    void requestIsKnownWhileItIsUpgraded() throws ServletException, IOException {
        HttpServletRequest request = new TestUpgrade().servletRequest();

        filter.doFilter(request, Stub.of(HttpServletResponse.class, this), chain);

        assertThat(seen).containsExactly(Optional.of(request));
        assertThat(filter.current()).isEmpty();
    }

    @Test
    void tyrusGetsItsConnectionWithAGuard() throws Exception {
        TestUpgrade upgrade = new TestUpgrade();
        filter.doFilter(upgrade.servletRequest(), Stub.of(HttpServletResponse.class, this), chain);

        TestTyrusHandler handler = passed.upgrade(TestTyrusHandler.class);
        upgrade.handler.init(Stub.of(WebConnection.class, this));
        upgrade.handler.destroy();

        assertThat(upgrade.handler).isInstanceOf(GuardedUpgradeHandler.class);
        assertThat(handler.connection).isInstanceOf(ConnectionGuard.class);
        assertThat(handler.destroyed).isTrue();
    }

    @Test
    void upgradeAsksNoNameServer() throws ServletException, IOException {
        filter.doFilter(new TestUpgrade().servletRequest(), Stub.of(HttpServletResponse.class, this), chain);

        assertThat(passed.getLocalName()).isEqualTo("gateway.invalid");
    }

    @Test
    void otherContainersUpgradeAsTheyLike() throws Exception {
        TestUpgrade upgrade = new TestUpgrade();
        filter.doFilter(upgrade.servletRequest(), Stub.of(HttpServletResponse.class, this), chain);

        OtherHandler handler = passed.upgrade(OtherHandler.class);

        assertThat(upgrade.handler).isSameAs(handler);
    }

    @Test
    void stoppedServerUpgradesNothing() throws ServletException, IOException {
        Refusal refusal = new Refusal();
        filter.stop();

        filter.doFilter(new TestUpgrade().servletRequest(), Stub.of(HttpServletResponse.class, refusal), chain);

        refusal.assertBareAndGuarded(503);
        assertThat(seen).isEmpty();
    }

    @Test
    void foreignPageIsRefusedBeforeTheUpgrade() throws ServletException, IOException {
        Refusal refusal = new Refusal();
        TestUpgrade upgrade = new TestUpgrade();
        upgrade.headers.put("Host", List.of("localhost"));
        upgrade.headers.put("Origin", List.of("http://foreign.example"));
        filter.start(new OriginCheck(AllowedOrigins.of("")), cookie);

        filter.doFilter(upgrade.servletRequest(), Stub.of(HttpServletResponse.class, refusal), chain);

        refusal.assertBareAndGuarded(403);
        assertThat(seen).isEmpty();
    }

    @Test
    void ownPageIsUpgraded() throws ServletException, IOException {
        TestUpgrade upgrade = new TestUpgrade();
        upgrade.headers.put("Host", List.of("localhost"));
        upgrade.headers.put("Origin", List.of("http://localhost"));
        filter.start(new OriginCheck(AllowedOrigins.of("")), cookie);

        filter.doFilter(upgrade.servletRequest(), Stub.of(HttpServletResponse.class, this), chain);

        assertThat(seen).hasSize(1);
    }

    @Test
    void browserWithoutCookieGetsItByTheUpgrade() throws ServletException, IOException {
        List<String> headers = new ArrayList<>();
        TestUpgrade upgrade = new TestUpgrade();
        upgrade.secure = true;
        upgrade.cookies = new Cookie[] {new Cookie("OTHER", "x")};
        engine.newBrowserId = "b1";
        filter.start(new OriginCheck(AllowedOrigins.of("")), cookie);

        filter.doFilter(
                upgrade.servletRequest(),
                Stub.of(HttpServletResponse.class, new Object() {
                    @SuppressWarnings("unused")
                    public void addHeader(String name, String value) {
                        headers.add(name + ": " + value);
                    }
                }),
                chain);

        assertThat(headers).containsExactly("Set-Cookie: BAYEUX_BROWSER=b1; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(Peer.of(upgrade.servletRequest()).givenBrowserId()).isEqualTo("b1");
        assertThat(engine.brought).isNull();
    }

    @Test
    void browserThatHasTheCookieKeepsIt() throws ServletException, IOException {
        TestUpgrade upgrade = new TestUpgrade();
        upgrade.cookies = new Cookie[] {new Cookie("BAYEUX_BROWSER", "b0")};
        filter.start(new OriginCheck(AllowedOrigins.of("")), cookie);

        filter.doFilter(upgrade.servletRequest(), Stub.of(HttpServletResponse.class, this), chain);

        assertThat(engine.brought).isEqualTo("b0");
        assertThat(Peer.of(upgrade.servletRequest()).givenBrowserId()).isNull();
    }

    @Test
    void upgradeToHttp2IsNoneToAWebSocket() throws ServletException, IOException {
        TestUpgrade upgrade = new TestUpgrade();
        upgrade.protocol = "h2c";
        filter.stop();

        filter.doFilter(upgrade.servletRequest(), Stub.of(HttpServletResponse.class, this), chain);

        assertThat(seen).containsExactly(Optional.empty());
    }

    @Test
    void configuratorOfAStoppedServerHasLetItGo() {
        Endpoints endpoints = new Endpoints(new TestUpgrade().servletContext(), engine, new OpenSockets());
        UpgradeConfigurator configurator = new UpgradeConfigurator(filter, endpoints);
        assertThat(configurator.getEndpointInstance(BayeuxEndpoint.class)).isNotNull();

        configurator.stop();

        assertThatThrownBy(() -> configurator.getEndpointInstance(BayeuxEndpoint.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stopped");
    }

    @Test
    void otherRequestsPass() throws ServletException, IOException {
        HttpServletRequest request = Stub.of(HttpServletRequest.class, new Object() {
            @SuppressWarnings("unused")
            public String getHeader(String name) {
                return null;
            }
        });

        filter.doFilter(request, Stub.of(HttpServletResponse.class, this), chain);

        assertThat(seen).containsExactly(Optional.empty());
    }

    /** A response that is no page of the container. */
    @SuppressWarnings("unused") // called by Stub
    private static final class Refusal {

        private final Map<String, String> headers = new HashMap<>();
        private int status;
        private int length = -1;

        public void setStatus(int code) {
            status = code;
        }

        public void setHeader(String name, String value) {
            headers.put(name, value);
        }

        public void setContentLength(int bytes) {
            length = bytes;
        }

        void assertBareAndGuarded(int code) {
            assertThat(status).isEqualTo(code);
            assertThat(length).isZero();
            assertThat(headers)
                    .containsEntry("Cache-Control", "no-store")
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                    .containsEntry("Referrer-Policy", "no-referrer")
                    .containsKey("Content-Security-Policy");
        }
    }

    /** What another container upgrades with. */
    public static final class OtherHandler implements HttpUpgradeHandler {

        @Override
        public void init(WebConnection connection) {}

        @Override
        public void destroy() {}
    }
}
