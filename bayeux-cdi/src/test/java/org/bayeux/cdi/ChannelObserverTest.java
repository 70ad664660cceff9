package org.bayeux.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bayeux.annotation.Param;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.testkit.InMemoryClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Observer methods are called with the messages of their channels. */
class ChannelObserverTest {

    private final Deployment deployment =
            Deployment.of(Journal.class, Rooms.class, Types.class, Guards.class, Later.class, Moment.class);
    private final BayeuxApplication application = deployment.start();
    private final InMemoryClient client = Deployment.socket(application);
    private final Journal journal = deployment.get(Journal.class);

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void aTemplateTellsItsParameters() {
        client.publishes("/chat/red", "{'who':'eve','text':'hi'}");

        assertThat(journal.entries()).containsExactly("red: eve says hi, sender " + client.id() + " on /chat/red");
    }

    @Test
    void parametersAreInjectedByName() {
        client.publishes("/injected/red/eve", "1");
        client.publishes("/injected/blue/adam", "1");

        assertThat(journal.entries()).containsExactly("eve in red", "adam in blue");
    }

    @Test
    void parametersAreInjectedIntoAsynchronousObserversToo() throws InterruptedException {
        client.publishes("/elsewhere/red", "1");

        assertThat(deployment.get(Later.class).heard().text()).isEqualTo("elsewhere red");
    }

    @Test
    void aTemplateFitsNoOtherDepth() {
        client.publishes("/chat/red/users", "{'who':'eve','text':'hi'}");

        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void anUnknownParameterIsNamedTogetherWithThoseThereAre() {
        ChannelMessage<String> message = new ChannelMessage<>() {
            @Override
            public org.bayeux.api.server.ServerChannel channel() {
                return deployment.server().createChannelIfAbsent("/chat/red").getReference();
            }

            @Override
            public org.bayeux.api.server.ServerSession session() {
                return null;
            }

            @Override
            public org.bayeux.api.server.ServerMessage message() {
                return deployment.server().newMessage();
            }

            @Override
            public String payload() {
                return null;
            }

            @Override
            public Map<String, String> parameters() {
                return Map.of("room", "red");
            }
        };

        assertThatThrownBy(() -> message.parameter("rom"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no parameter 'rom' on /chat/red, there are [room]");
    }

    @Test
    void observersOfOneMessageKeepTheirPriorityAcrossPatterns() {
        client.publishes("/order/a", "1");

        assertThat(journal.entries()).containsExactly("1 deep", "2 exact", "3 shallow", "4 template a", "5 deep again");
    }

    @Test
    void observersOfPatternsSeeChannelsThatNobodyObservesByName() {
        client.publishes("/order/b", "1");
        client.publishes("/order/b/c", "1");

        assertThat(journal.entries())
                .containsExactly("1 deep", "3 shallow", "4 template b", "5 deep again", "1 deep", "5 deep again");
    }

    @Test
    void severalChannelsOfOneObserverCountOnce() {
        client.publishes("/several/a", "1");
        client.publishes("/otherwise", "1");

        assertThat(journal.entries()).containsExactly("several /several/a", "several /otherwise");
    }

    @Test
    void patternsDoNotHearMetaMessages() {
        client.publishes("/everything", "1");

        assertThat(journal.everything())
                .doesNotHaveDuplicates()
                .contains("/everything")
                .noneMatch(it -> it.startsWith("/meta"));
    }

    @Test
    void payloadsAreReadAsTheirType() {
        client.publishes("/types/record", "{'who':'eve','text':'hi'}");
        client.publishes("/types/json", "{'a':[1]}");
        client.publishes("/types/map", "{'a':1}");
        client.publishes("/types/text", "'t'");
        client.publishes("/types/number", "7");
        client.publishes("/types/list", "[{'who':'eve','text':'hi'}]");
        client.publishes("/types/any", "[1,2]");
        client.sends("{'channel':'/types/any','clientId':'$id'}");

        assertThat(journal.entries())
                .containsExactly(
                        "Line[who=eve, text=hi]",
                        "{\"a\":[1]}",
                        "{a=1}",
                        "t",
                        "7",
                        "[Line[who=eve, text=hi]]",
                        "[1, 2]",
                        "null");
    }

    @Test
    void anObserverWhoseTypeDoesNotFitIsPassedOver() {
        InMemoryClient other = Deployment.socket(application).subscribes("/types/number");

        client.publishes("/types/number", "'seven'");

        assertThat(journal.entries()).isEmpty();
        other.receives("{'channel':'/types/number','data':'seven'}");
    }

    @Test
    void aVetoKeepsTheMessageFromEverybodyBehindAndTellsTheSenderWhy() {
        InMemoryClient other = Deployment.socket(application).subscribes("/guarded/a");

        client.sends("{'channel':'/guarded/a','clientId':'$id','data':'bad: word'}");

        client.receivesSome("{'channel':'/guarded/a','successful':false,'error':'403:not bad  word:vetoed'}");
        other.receivesNothing();
        assertThat(journal.entries()).containsExactly("before");
    }

    @Test
    void withoutAVetoTheMessageGoesOn() {
        InMemoryClient other = Deployment.socket(application).subscribes("/guarded/a");

        client.publishes("/guarded/a", "'good'");

        other.receives("{'channel':'/guarded/a','data':'good'}");
        assertThat(journal.entries()).containsExactly("before", "after");
    }

    @Test
    void whoMayVetoAndFailsRefuses() {
        client.sends("{'channel':'/guarded/a','clientId':'$id','data':'fail'}");

        client.receivesSome("{'channel':'/guarded/a','successful':false,'error':'500::veto_failed'}");
    }

    @Test
    void whoMayVetoRefusesWhatItCannotRead() {
        client.sends("{'channel':'/lines','clientId':'$id','data':'text'}");

        client.receivesSome("{'channel':'/lines','successful':false,'error':'400::data_unfit'}");
    }

    @Test
    void aVetoComesTooLateWhenTheObserverHasReturned() {
        client.publishes("/guarded/a", "'good'");

        assertThatThrownBy(() -> deployment.get(Guards.class).last().veto("now"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anObserverThatFailsStopsNobody() {
        InMemoryClient other = Deployment.socket(application).subscribes("/broken");

        client.publishes("/broken", "1");

        other.receives("{'channel':'/broken','data':1}");
        assertThat(journal.entries()).containsExactly("behind the broken one");
    }

    @Test
    void asynchronousObserversGetACopyOnAnotherThread() throws InterruptedException {
        client.publishes("/later/a", "{'who':'eve','text':'hi'}");

        Later.Heard heard = deployment.get(Later.class).heard();
        assertThat(heard.text()).isEqualTo("a: Line[who=eve, text=hi] from " + client.id());
        assertThat(heard.thread()).isNotEqualTo(Thread.currentThread());
        assertThat(heard.moment()).isNotNull();
    }

    @Test
    void asynchronousObserversDoNotHearWhatWasRefused() throws InterruptedException {
        client.sends("{'channel':'/later/refused','clientId':'$id','data':{'who':'eve','text':'no'}}");
        client.publishes("/later/a", "{'who':'eve','text':'hi'}");

        assertThat(deployment.get(Later.class).heard().text()).startsWith("a: ");
    }

    @Test
    void whatTheServerPublishesIsObservedToo() {
        deployment.server().createChannelIfAbsent("/chat/red").getReference().publish(null, new Line("server", "hi"));

        assertThat(journal.entries()).containsExactly("red: server says hi, sender null on /chat/red");
    }

    @Test
    void channelsThatNobodyObservesHaveNoListener() {
        client.publishes("/unobserved/a", "1");

        assertThat(deployment.server().getChannel("/unobserved/a").getListeners())
                .isEmpty();
        assertThat(deployment.server().getChannel("/unobserved/*")).isNull();
    }

    @Test
    void nobodyIsCalledAnyMoreOnceTheServerStops() {
        var channel = deployment.server().getChannel("/types/any");

        application.stop();
        channel.publish(null, 1);

        assertThat(journal.entries()).isEmpty();
    }

    /** What clients say. */
    public record Line(String who, String text) {}

    @ApplicationScoped
    static class Journal {

        private final List<String> entries = new CopyOnWriteArrayList<>();
        private final List<String> everything = new CopyOnWriteArrayList<>();

        List<String> entries() {
            return entries;
        }

        List<String> everything() {
            return everything;
        }

        void add(String entry) {
            entries.add(entry);
        }

        void deep(@Observes @Priority(1) @OnChannel("/order/**") ChannelMessage<?> message) {
            add("1 deep");
        }

        void exact(@Observes @Priority(2) @OnChannel("/order/a") ChannelMessage<?> message) {
            add("2 exact");
        }

        void shallow(@Observes @Priority(3) @OnChannel("/order/*") ChannelMessage<?> message) {
            add("3 shallow");
        }

        void template(@Observes @Priority(4) @OnChannel("/order/{x}") ChannelMessage<?> message) {
            add("4 template " + message.parameter("x"));
        }

        void deepAgain(@Observes @Priority(5) @OnChannel("/order/**") ChannelMessage<?> message) {
            add("5 deep again");
        }

        void several(@Observes @OnChannel({"/several/**", "/several/a", "/otherwise"}) ChannelMessage<?> message) {
            add("several " + message.channel().getId());
        }

        void everything(@Observes @OnChannel("/**") ChannelMessage<?> message) {
            everything.add(message.channel().getId());
        }

        void broken(@Observes @Priority(1) @OnChannel("/broken") ChannelMessage<?> message) {
            throw new IllegalStateException("broken on purpose");
        }

        void behind(@Observes @Priority(2) @OnChannel("/broken") ChannelMessage<?> message) {
            add("behind the broken one");
        }
    }

    @ApplicationScoped
    static class Rooms {

        @Inject
        Journal journal;

        private void said(@Observes @OnChannel("/chat/{room}") ChannelMessage<Line> message) {
            var session = message.session();
            journal.add(message.parameter("room") + ": " + message.payload().who() + " says "
                    + message.payload().text() + ", sender " + (session == null ? null : session.getId()) + " on "
                    + message.message().getChannel());
        }
    }

    @ApplicationScoped
    static class Types {

        void asRecord(@Observes @OnChannel("/types/record") ChannelMessage<Line> message, Journal journal) {
            journal.add(String.valueOf(message.payload()));
        }

        void asJson(@Observes @OnChannel("/types/json") ChannelMessage<JsonObject> message, Journal journal) {
            journal.add(String.valueOf(message.payload()));
        }

        void asMap(@Observes @OnChannel("/types/map") ChannelMessage<Map<String, Object>> message, Journal journal) {
            journal.add(String.valueOf(message.payload()));
        }

        void asText(@Observes @OnChannel("/types/text") ChannelMessage<String> message, Journal journal) {
            journal.add(message.payload());
        }

        void asNumber(@Observes @OnChannel("/types/number") ChannelMessage<Integer> message, Journal journal) {
            journal.add(String.valueOf(message.payload().intValue()));
        }

        void injected(
                @Observes @OnChannel("/injected/{room}/{who}") ChannelMessage<?> message,
                @Param("who") String who,
                Journal journal,
                @Param("room") String room) {
            journal.add(who + " in " + room);
        }

        void asList(@Observes @OnChannel("/types/list") ChannelMessage<List<Line>> message, Journal journal) {
            journal.add(String.valueOf(message.payload()));
        }

        @SuppressWarnings("rawtypes") // as some will write it
        void asAny(@Observes @OnChannel("/types/any") ChannelMessage message, Journal journal) {
            journal.add(String.valueOf(message.payload()));
        }
    }

    @ApplicationScoped
    static class Guards {

        private volatile VetoableMessage<String> last;

        VetoableMessage<String> last() {
            return last;
        }

        void before(@Observes @Priority(1) @OnChannel("/guarded/*") ChannelMessage<?> message, Journal journal) {
            journal.add("before");
        }

        void guard(@Observes @Priority(2) @OnChannel("/guarded/{x}") VetoableMessage<String> message) {
            last = message;
            if (message.payload().startsWith("bad")) {
                message.veto("not " + message.payload());
                message.veto("said once");
            }
            if (message.payload().equals("fail")) {
                throw new IllegalStateException("failing on purpose");
            }
        }

        void lines(@Observes @OnChannel("/lines") VetoableMessage<Line> message) {}

        void after(@Observes @Priority(3) @OnChannel("/guarded/*") ChannelMessage<?> message, Journal journal) {
            journal.add("after");
        }
    }

    @ApplicationScoped
    static class Later {

        private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

        Heard heard() throws InterruptedException {
            return heard.poll(10, TimeUnit.SECONDS);
        }

        void hear(@ObservesAsync @OnChannel("/later/{x}") ChannelMessage<Line> message, Moment moment) {
            heard.add(new Heard(
                    message.parameter("x") + ": " + message.payload() + " from "
                            + message.session().getId(),
                    Thread.currentThread(),
                    moment.toString()));
        }

        void elsewhere(
                @ObservesAsync @OnChannel("/elsewhere/{room}") ChannelMessage<?> message, @Param("room") String room) {
            heard.add(new Heard("elsewhere " + room, Thread.currentThread(), ""));
        }

        void refuse(@Observes @OnChannel("/later/refused") VetoableMessage<?> message) {
            message.veto("no");
        }

        record Heard(String text, Thread thread, String moment) {}
    }

    @RequestScoped
    static class Moment {}
}
