package org.bayeux.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.wire.JsonWriteException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What beans publish reaches the clients. */
class ChannelPublisherTest {

    private final Deployment deployment = Deployment.of(Exchange.class, Constructed.class, Closing.class);
    private final BayeuxApplication application = deployment.start();
    private final Exchange exchange = deployment.get(Exchange.class);

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void subscribersGetWhatIsPublished() {
        InMemoryClient client = Deployment.socket(application).subscribes("/prices/ACME");
        InMemoryClient other = Deployment.socket(application).subscribes("/prices/*");

        Publication publication = now(exchange.prices().publish(new Price("ACME", 7), "ACME"));

        assertThat(publication).isEqualTo(new Publication.Delivered(2));
        client.receives("{'channel':'/prices/ACME','data':{'symbol':'ACME','value':7}}");
        other.receives("{'channel':'/prices/ACME','data':{'symbol':'ACME','value':7}}");
    }

    @Test
    void nobodyIsANumberToo() {
        assertThat(now(exchange.prices().publish(new Price("X", 1), "X"))).isEqualTo(new Publication.Delivered(0));
    }

    @Test
    void oneSessionGetsWhatIsForIt() {
        InMemoryClient client = Deployment.socket(application);
        InMemoryClient other = Deployment.socket(application).subscribes("/prices/ACME");

        Publication publication = now(exchange.prices().publishTo(client.session(), new Price("ACME", 7), "ACME"));

        assertThat(publication).isEqualTo(new Publication.Delivered(1));
        client.receives("{'channel':'/prices/ACME','data':{'symbol':'ACME','value':7}}");
        other.receivesNothing();
    }

    @Test
    void aSessionThatHasEndedGetsNothing() {
        InMemoryClient client = Deployment.socket(application);
        ServerSession session = client.session();
        client.disconnects();

        assertThat(now(exchange.news().publishTo(session, "late"))).isEqualTo(new Publication.Delivered(0));
    }

    @Test
    void allSessionsOfAUserGetWhatIsForThatUser() {
        InMemoryClient first = socketOf("eve");
        InMemoryClient second = socketOf("eve");
        InMemoryClient other = socketOf("adam");
        InMemoryClient gone = socketOf("eve").disconnects();
        gone.receivesSome("{'channel':'/meta/connect','successful':true}");

        assertThat(now(exchange.news().publishToUser("eve", "hi"))).isEqualTo(new Publication.Delivered(2));
        first.receives("{'channel':'/news','data':'hi'}");
        second.receives("{'channel':'/news','data':'hi'}");
        other.receivesNothing();
        gone.receivesNothing();
        assertThat(now(exchange.news().publishToUser("nobody", "hi"))).isEqualTo(new Publication.Delivered(0));
    }

    @Test
    void whatAnObserverRefusesIsDenied() {
        assertThat(now(exchange.news().publish("closed")))
                .isEqualTo(new Publication.Denied("403:the exchange is closed:vetoed"));
    }

    @Test
    void whatHasNoJsonFormFails() {
        assertThat(now(exchange.anything().publish(Double.NaN)))
                .isInstanceOfSatisfying(Publication.Failed.class, failed -> assertThat(failed.cause())
                        .isInstanceOf(JsonWriteException.class));
    }

    @Test
    void missingParametersAreNamed() {
        assertThatThrownBy(() -> exchange.prices().publish(new Price("X", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channel /prices/{symbol} needs 1 parameters [symbol], given are 0: []");
    }

    @Test
    void parametersMakeSegments() {
        for (Object illegal : new Object[] {"", " ", "a/b", "*", "{x}", "a\nb"}) {
            assertThatThrownBy(() -> exchange.prices().publish(new Price("X", 1), illegal))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "parameter symbol of channel /prices/{symbol} is '" + illegal + "', legal is");
        }
    }

    @Test
    void publishersComeByConstructorsAndLookupsToo() {
        InMemoryClient client =
                Deployment.socket(application).subscribes("/constructed").subscribes("/looked/up");

        deployment.get(Constructed.class).publish();

        client.receives("{'channel':'/constructed','data':1}").receives("{'channel':'/looked/up','data':'x'}");
    }

    @Test
    void aFiredEventGoesOut() {
        InMemoryClient client =
                Deployment.socket(application).subscribes("/ticker").subscribes("/chosen/later");

        exchange.ticker().fire(new Price("ACME", 7));
        exchange.ticker().fireAsync(new Price("ACME", 8)).toCompletableFuture().join();
        exchange.chosen("/chosen/later").fire("x");

        client.receives("{'channel':'/ticker','data':{'symbol':'ACME','value':7}}")
                .receives("{'channel':'/ticker','data':{'symbol':'ACME','value':8}}")
                .receives("{'channel':'/chosen/later','data':'x'}")
                .receivesNothing();
    }

    @Test
    void whoFiresOnNoChannelIsTold() {
        assertThatThrownBy(() -> exchange.chosen("nowhere").fire("x"))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> exchange.chosen("/a/{b}").fire("x"))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a template");
        assertThatThrownBy(() -> exchange.chosen("/a/*").fire("x"))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wildcard");
    }

    @Test
    void otherEventsStayInside() {
        InMemoryClient client = Deployment.socket(application).subscribes("/ticker");

        deployment.get(Exchange.class).inside().fire(new Price("ACME", 7));

        client.receivesNothing();
    }

    private InMemoryClient socketOf(String user) {
        return InMemoryClient.of(application.engine(), ServerConfig.WEBSOCKET, new Browser().user(user))
                .joins();
    }

    private static Publication now(CompletionStage<Publication> stage) {
        return stage.toCompletableFuture().getNow(null);
    }

    /** What is published. */
    public record Price(String symbol, int value) {}

    @ApplicationScoped
    static class Exchange {

        @Inject
        @ToChannel("/prices/{symbol}")
        private ChannelPublisher<Price> prices;

        @Inject
        @ToChannel("/news")
        private ChannelPublisher<String> news;

        @Inject
        @ToChannel("/anything")
        private ChannelPublisher<Object> anything;

        @Inject
        @ToChannel("/ticker")
        private Event<Price> ticker;

        @Inject
        private Event<Price> inside;

        @Inject
        private Event<String> chosen;

        ChannelPublisher<Price> prices() {
            return prices;
        }

        ChannelPublisher<String> news() {
            return news;
        }

        ChannelPublisher<Object> anything() {
            return anything;
        }

        Event<Price> ticker() {
            return ticker;
        }

        Event<Price> inside() {
            return inside;
        }

        Event<String> chosen(String channel) {
            return chosen.select(ToChannel.Literal.of(channel));
        }
    }

    @ApplicationScoped
    static class Constructed {

        private final ChannelPublisher<Integer> publisher;
        private final Instance<ChannelPublisher<String>> lookup;

        Constructed() {
            this(null, null);
        }

        @Inject
        Constructed(
                @ToChannel("/constructed") ChannelPublisher<Integer> publisher,
                @ToChannel("/looked/up") Instance<ChannelPublisher<String>> lookup) {
            this.publisher = publisher;
            this.lookup = lookup;
        }

        void publish() {
            publisher.publish(1);
            lookup.get().publish("x");
        }
    }

    @ApplicationScoped
    static class Closing {

        void close(@Observes @OnChannel("/news") VetoableMessage<String> message) {
            if (message.payload().equals("closed")) {
                message.veto("the exchange is closed");
            }
        }
    }
}
