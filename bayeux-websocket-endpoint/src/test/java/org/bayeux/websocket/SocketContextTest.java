package org.bayeux.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bayeux.api.server.BayeuxContext;
import org.junit.jupiter.api.Test;

class SocketContextTest {

    private final TestUpgrade upgrade = new TestUpgrade();

    @Test
    void tellsBothEnds() {
        assertThat(context().getRemoteAddress().getAddress().getHostAddress()).isEqualTo("2001:db8:0:0:0:0:0:7");
        assertThat(context().getLocalAddress().getHostString()).isEqualTo("gateway.invalid");
        assertThat(context().getLocalAddress().isUnresolved()).isTrue();
    }

    @Test
    void tellsTheAddressOfTheSocket() {
        assertThat(context().getURL()).isEqualTo("wss://example.org/app/cometd?p=1&p=2");
        assertThat(context().isSecure()).isTrue();
        assertThat(context().getProtocol()).isEqualTo("HTTP/1.1");
        assertThat(context().getContextPath()).isEqualTo("/app");
    }

    @Test
    void isSecureWhereAProxyEndsTheEncryption() {
        upgrade.url = "http://example.org/app/cometd";
        assertThat(context().isSecure()).isFalse();

        upgrade.secure = true;

        assertThat(context().isSecure()).isTrue();
    }

    @Test
    void languagesThatTheClientDoesNotWantAreNotListed() {
        upgrade.headers.put("Accept-Language", List.of("de;q=0.5, fr, en;q=0"));

        assertThat(context().getLocales()).containsExactly(Locale.FRENCH, Locale.GERMAN);
    }

    @Test
    void keepsWhatWasThereAtTheUpgrade() {
        upgrade.headers.put("x", List.of("1", "2"));
        upgrade.headers.put("Cookie", List.of("a=b"));
        upgrade.headers.put("Accept-Language", List.of("fr"));
        upgrade.principal = () -> "ann";
        BayeuxContext context = context();

        upgrade.headers.clear();
        upgrade.principal = null;

        assertThat(context.getHeader("X")).isEqualTo("1");
        assertThat(context.getHeaderValues("X")).containsExactly("1", "2");
        assertThat(context.getCookie("a")).isEqualTo("b");
        assertThat(context.getLocales()).containsExactly(Locale.FRENCH);
        assertThat(context.getParameter("p")).isEqualTo("1");
        assertThat(context.getParameterValues("p")).containsExactly("1", "2");
        assertThat(context.getUserPrincipal().getName()).isEqualTo("ann");
        assertThat(context.isUserInRole("member")).isTrue();
        assertThat(context.isUserInRole("chief")).isFalse();
    }

    @Test
    void nobodyHasNoRoles() {
        assertThat(context().isUserInRole("member")).isFalse();
    }

    @Test
    void rolesAreNotThoseOfTheNextUserOfTheRequest() {
        upgrade.principal = () -> "ann";
        upgrade.servletUser = upgrade.principal;
        BayeuxContext context = context();
        assertThat(context.isUserInRole("member")).isTrue();

        upgrade.servletUser = () -> "bob";

        assertThat(context.isUserInRole("member")).isFalse();
    }

    @Test
    void requestThatIsOverTellsNoRoles() {
        upgrade.principal = () -> "ann";
        BayeuxContext context = context();

        upgrade.over = new IllegalStateException("recycled");

        assertThat(context.isUserInRole("member")).isFalse();
    }

    @Test
    void rolesThatTheApplicationNamesAreKnownAsLongAsTheSocketLasts() {
        upgrade.principal = () -> "ann";
        BayeuxContext context =
                SocketContext.of(upgrade.servletContext(), upgrade, Optional.empty(), Set.of("member", "chief"));

        upgrade.over = new IllegalStateException("recycled");

        assertThat(context.isUserInRole("member")).isTrue();
        assertThat(context.isUserInRole("chief")).isFalse();
    }

    @Test
    void requestThatNobodyWatchesTellsNoRoles() {
        upgrade.principal = () -> "ann";

        BayeuxContext context = SocketContext.of(upgrade.servletContext(), upgrade, Optional.empty(), Set.of());

        assertThat(context.isUserInRole("member")).isFalse();
        assertThat(context.getUserPrincipal().getName()).isEqualTo("ann");
    }

    @Test
    void tellsWhatIsMissing() {
        assertThat(context().getHeader("x")).isNull();
        assertThat(context().getHeaderValues("x")).isEmpty();
        assertThat(context().getParameter("x")).isNull();
        assertThat(context().getParameterValues("x")).isEmpty();
        assertThat(context().getCookie("x")).isNull();
        assertThat(context().getUserPrincipal()).isNull();
    }

    @Test
    void doesWithoutTheServletRequest() {
        BayeuxContext context = SocketContext.of(upgrade.servletContext(), upgrade, Optional.empty(), Set.of());

        assertThat(context.getRemoteAddress()).isNull();
        assertThat(context.getLocalAddress()).isNull();
        assertThat(context.getHttpSessionId()).isNull();
        assertThat(context.getURL()).isEqualTo("/app/cometd");
    }

    @Test
    void attributesLastAsLongAsTheSocket() {
        BayeuxContext context = context();

        context.setRequestAttribute("a", 1);
        assertThat(context.getRequestAttribute("a")).isEqualTo(1);
        context.setRequestAttribute("a", null);
        assertThat(context.getRequestAttribute("a")).isNull();
    }

    @Test
    void asksTheServletContext() {
        upgrade.contextAttributes.put("a", 1);

        assertThat(context().getContextAttribute("a")).isEqualTo(1);
        assertThat(context().getContextInitParameter("known")).isEqualTo("value");
    }

    @Test
    void createsNoHttpSession() {
        assertThat(context().getHttpSessionId()).isNull();
        assertThat(context().getHttpSessionAttribute("a")).isNull();
        context().invalidateHttpSession();
        assertThatIllegalStateException().isThrownBy(() -> context().setHttpSessionAttribute("a", 1));
    }

    @Test
    void usesTheHttpSessionThatWasThere() {
        upgrade.session = Stub.of(HttpSession.class, new TestHttpSession());
        BayeuxContext context = context();

        context.setHttpSessionAttribute("a", 1);

        assertThat(context.getHttpSessionId()).isEqualTo("s1");
        assertThat(context.getHttpSessionAttribute("a")).isEqualTo(1);
    }

    @Test
    void outlivesTheHttpSession() {
        upgrade.session = Stub.of(HttpSession.class, new TestHttpSession());
        BayeuxContext context = context();
        context.setHttpSessionAttribute("a", 1);

        context.invalidateHttpSession();
        context.invalidateHttpSession();

        assertThat(context.getHttpSessionAttribute("a")).isNull();
    }

    private BayeuxContext context() {
        return SocketContext.of(
                upgrade.servletContext(), upgrade, Optional.of(upgrade.servletRequest()), Set.of("declared"));
    }

    @SuppressWarnings("unused") // called by Stub
    private static final class TestHttpSession {

        private final Map<String, Object> attributes = new HashMap<>();
        private boolean invalidated;

        public String getId() {
            return "s1";
        }

        public Object getAttribute(String name) {
            check();
            return attributes.get(name);
        }

        public void setAttribute(String name, Object value) {
            check();
            attributes.put(name, value);
        }

        public void invalidate() {
            check();
            invalidated = true;
        }

        private void check() {
            if (invalidated) {
                throw new IllegalStateException("invalidated");
            }
        }
    }
}
