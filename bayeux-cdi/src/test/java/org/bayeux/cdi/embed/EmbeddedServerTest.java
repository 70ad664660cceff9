package org.bayeux.cdi.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bayeux.cdi.ChannelMessage;
import org.bayeux.cdi.Deployment;
import org.bayeux.cdi.OnChannel;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedServerTest {

    private final ManualClock clock = new ManualClock();
    private final Deployment deployment = Deployment.of(Listener.class);

    @ApplicationScoped
    public static class Listener {

        private final List<String> heard = new ArrayList<>();

        void hears(@ObservesAsync @OnChannel("/news") ChannelMessage<String> message) {
            heard.add(message.payload());
        }

        public List<String> heard() {
            return heard;
        }
    }

    @AfterEach
    void undeploy() {
        deployment.close();
    }

    @Test
    void itHasTheGivenOptionsAndNoOthers() {
        BayeuxApplication application = prepare(Map.of("maxInterval", "1000")).start();

        assertThat(application.engine().config().options()).containsExactly(entry("maxInterval", "1000"));
    }

    @Test
    void itLivesInTheGivenTime() {
        BayeuxApplication application = prepare(Map.of("maxInterval", "1000")).start();
        InMemoryClient client =
                InMemoryServer.of(application.engine(), clock).socket().joins();
        client.isCut();

        clock.advanceMillis(900);
        assertThat(client.isKnown()).isTrue();
        clock.advanceMillis(60_000);

        assertThat(client.isKnown()).isFalse();
    }

    @Test
    void whatRunsOnAnotherThreadIsGivenToTheExecutor() {
        BayeuxApplication application = prepare(Map.of()).start();
        InMemoryClient client = Deployment.socket(application);

        client.publishes("/news", "'hello'");

        assertThat(deployment.get(Listener.class).heard()).isEmpty();
        clock.catchUp();
        assertThat(deployment.get(Listener.class).heard()).containsExactly("hello");
    }

    @Test
    void illegalOptionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> prepare(Map.of("maxIntervall", "1")))
                .withMessageContaining("maxInterval");
    }

    @Test
    void itStartsOnce() {
        EmbeddedServer server = prepare(Map.of());
        server.start();

        assertThatIllegalStateException().isThrownBy(server::start).withMessageContaining("BYX-2106");
    }

    private EmbeddedServer prepare(Map<String, String> options) {
        return EmbeddedServer.prepare(deployment.get(BeanManager.class), options, clock, clock.executor());
    }
}
