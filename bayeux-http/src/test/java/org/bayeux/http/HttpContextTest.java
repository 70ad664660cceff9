package org.bayeux.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HttpContextTest {

    private final TestRequest request = new TestRequest();
    private final HttpContext context = new HttpContext(request.request());

    @Test
    void tellsWhoAsks() {
        assertThat(context.getUserPrincipal()).isNull();
        assertThat(context.isUserInRole("member")).isFalse();
        request.principal = () -> "ann";

        assertThat(context.getUserPrincipal().getName()).isEqualTo("ann");
        assertThat(context.isUserInRole("member")).isTrue();
        assertThat(context.isUserInRole("chief")).isFalse();
    }

    @Test
    void tellsBothEnds() {
        assertThat(context.getRemoteAddress().getAddress().getHostAddress()).isEqualTo("192.0.2.7");
        assertThat(context.getRemoteAddress().getPort()).isEqualTo(40_000);
        assertThat(context.getLocalAddress().getAddress().getHostAddress()).isEqualTo("2001:db8:0:0:0:0:0:1");
    }

    @Test
    void looksUpNoNames() {
        request.remoteHost = "client.invalid";

        assertThat(context.getRemoteAddress().isUnresolved()).isTrue();
        assertThat(context.getRemoteAddress().getHostString()).isEqualTo("client.invalid");
    }

    @Test
    void tellsHeadersParametersAndCookies() {
        request.headers.put("X-Many", List.of("1", "2"));
        request.parameters.put("p", new String[] {"3", "4"});
        request.cookies = new Cookie[] {new Cookie("a", "b"), new Cookie("c", "d")};

        assertThat(context.getHeader("X-Many")).isEqualTo("1");
        assertThat(context.getHeaderValues("X-Many")).containsExactly("1", "2");
        assertThat(context.getParameter("p")).isEqualTo("3");
        assertThat(context.getParameterValues("p")).containsExactly("3", "4");
        assertThat(context.getCookie("c")).isEqualTo("d");
    }

    @Test
    void remembersWhatOnlyTheFirstThreadOfTheRequestKnows() {
        request.principal = () -> "ann";
        request.query = "p=3&q=%C3%A4+b&p=4&broken=%zz&flag";
        context.keep(FirstThread.of(request.request(), Set.of("member", "chief")));

        request.principal = null;
        request.query = null;

        assertThat(context.getUserPrincipal().getName()).isEqualTo("ann");
        assertThat(context.isUserInRole("member")).isTrue();
        assertThat(context.isUserInRole("chief")).isFalse();
        assertThat(context.getParameterValues("p")).containsExactly("3", "4");
        assertThat(context.getParameter("q")).isEqualTo("ä b");
        assertThat(context.getParameter("flag")).isEmpty();
        assertThat(context.getParameter("broken")).isNull();
        assertThat(context.getURL()).startsWith("http://example.org/app/cometd?p=3&q=");
    }

    @Test
    void tellsWhatIsMissing() {
        assertThat(context.getHeader("x")).isNull();
        assertThat(context.getHeaderValues("x")).isEmpty();
        assertThat(context.getParameter("x")).isNull();
        assertThat(context.getParameterValues("x")).isEmpty();
        assertThat(context.getCookie("x")).isNull();
    }

    @Test
    void tellsTheAddressOfTheRequest() {
        assertThat(context.getURL()).isEqualTo("http://example.org/app/cometd?a=b");
        assertThat(context.getContextPath()).isEqualTo("/app");
        assertThat(context.getProtocol()).isEqualTo("HTTP/1.1");
        assertThat(context.isSecure()).isTrue();
        assertThat(context.getLocales()).containsExactly(Locale.FRENCH, Locale.ENGLISH);
    }

    @Test
    void asksTheServletContext() {
        request.contextAttributes.put("a", 1);

        assertThat(context.getContextAttribute("a")).isEqualTo(1);
        assertThat(context.getContextInitParameter("known")).isEqualTo("value");
    }

    @Test
    void attributesOfTheRequestAreSeen() {
        request.attributes.put("a", 1);

        assertThat(context.getRequestAttribute("a")).isEqualTo(1);
        assertThat(context.getRequestAttribute("b")).isNull();
    }

    @Test
    void attributesAreSetWithoutCallingListenersOfTheApplication() {
        request.attributes.put("a", 1);

        context.setRequestAttribute("a", 2);
        assertThat(context.getRequestAttribute("a")).isEqualTo(2);
        context.setRequestAttribute("a", null);
        assertThat(context.getRequestAttribute("a")).isNull();

        assertThat(request.attributes).containsEntry("a", 1);
    }

    @Test
    void createsNoHttpSession() {
        assertThat(context.getHttpSessionId()).isNull();
        assertThat(context.getHttpSessionAttribute("a")).isNull();
        context.invalidateHttpSession();
        assertThatIllegalStateException().isThrownBy(() -> context.setHttpSessionAttribute("a", 1));
    }

    @Test
    void usesTheHttpSessionThatIsThere() {
        TestHttpSession session = new TestHttpSession();
        request.session = Stub.of(HttpSession.class, session);

        context.setHttpSessionAttribute("a", 1);
        context.invalidateHttpSession();

        assertThat(context.getHttpSessionId()).isEqualTo("s1");
        assertThat(context.getHttpSessionAttribute("a")).isEqualTo(1);
        assertThat(session.invalidated).isTrue();
    }

    @Test
    void saysNothingOnceTheRequestIsAnswered() {
        context.end();

        assertThatIllegalStateException().isThrownBy(context::getUserPrincipal);
        assertThatIllegalStateException().isThrownBy(() -> context.getHeader("x"));
    }

    @SuppressWarnings("unused") // called by Stub
    private static final class TestHttpSession {

        final Map<String, Object> attributes = new HashMap<>();
        boolean invalidated;

        public String getId() {
            return "s1";
        }

        public Object getAttribute(String name) {
            return attributes.get(name);
        }

        public void setAttribute(String name, Object value) {
            attributes.put(name, value);
        }

        public void invalidate() {
            invalidated = true;
        }
    }
}
