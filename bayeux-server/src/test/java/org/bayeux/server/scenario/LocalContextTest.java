package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicReference;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** What is known of the request of a client that lives in the server: row S9. */
class LocalContextTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final LocalSession local = server.bayeux().newLocalSession("robot");
    private final AtomicReference<BayeuxContext> seen = new AtomicReference<>();

    LocalContextTest() {
        server.channel("/a").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            seen.set(message.getBayeuxContext());
            return true;
        });
        local.handshake();
    }

    @Test
    void knowsOfNoRequest() {
        BayeuxContext context = contextOfAPublication();

        assertThat(context.getUserPrincipal()).isNull();
        assertThat(context.isUserInRole("chief")).isFalse();
        assertThat(context.getRemoteAddress()).isNull();
        assertThat(context.getLocalAddress()).isNull();
        assertThat(context.getHeader("Host")).isNull();
        assertThat(context.getHeaderValues("Host")).isEmpty();
        assertThat(context.getParameter("p")).isNull();
        assertThat(context.getParameterValues("p")).isEmpty();
        assertThat(context.getCookie("c")).isNull();
        assertThat(context.getContextAttribute("a")).isNull();
        assertThat(context.getContextInitParameter("a")).isNull();
        assertThat(context.getContextPath()).isNull();
        assertThat(context.getProtocol()).isNull();
        assertThat(context.getURL()).isEqualTo("local:");
        assertThat(context.isSecure()).isFalse();
        assertThat(context.getLocales()).isNotEmpty();
    }

    @Test
    void hasNoHttpSession() {
        BayeuxContext context = contextOfAPublication();

        assertThat(context.getHttpSessionId()).isNull();
        assertThat(context.getHttpSessionAttribute("a")).isNull();
        context.invalidateHttpSession();
        assertThatIllegalStateException().isThrownBy(() -> context.setHttpSessionAttribute("a", 1));
    }

    @Test
    void attributesLastAsLongAsTheClient() {
        contextOfAPublication().setRequestAttribute("a", 1);
        assertThat(contextOfAPublication().getRequestAttribute("a")).isEqualTo(1);

        contextOfAPublication().setRequestAttribute("a", null);

        assertThat(contextOfAPublication().getRequestAttribute("a")).isNull();
    }

    private BayeuxContext contextOfAPublication() {
        local.getChannel("/a").publish("x");
        return seen.get();
    }
}
