package org.bayeux.server.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Subscription;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.ServerAnnotationProcessor;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callbacks take what they want, in any order, as the type that they declare; what does not fit is refused. */
class TypedParametersTest {

    private static final String UNFIT = "{'successful':false,'error':'400::data_unfit'}";

    private final InMemoryServer server = InMemoryServer.start();
    private final Shop shop = new Shop();
    private final InMemoryClient client = server.socket().joins();

    /** An order. */
    public record Order(String item, int count) {}

    /** What can be called and heard. */
    @Service
    public static class Shop {

        private final List<Object> heard = new ArrayList<>();
        private final CompletableFuture<Object> later = new CompletableFuture<>();

        @Listener("/orders/{shop}")
        public void ordered(Order order, ServerMessage.Mutable message, @Param("shop") int number, ServerSession from) {
            heard.add(order);
            heard.add(number);
            heard.add(from.getId());
            heard.add(message.getChannel());
        }

        @Listener("/plain")
        public void plain(Map<String, Object> data) {
            heard.add(data);
        }

        @Listener("/guarded")
        public CompletionStage<Boolean> guarded(int data) {
            return CompletableFuture.completedStage(data > 0);
        }

        @Listener("/only")
        public boolean only(ServerSession from) {
            heard.add(from.getId());
            return false;
        }

        @Subscription("/news/{topic}")
        public void news(@Param("topic") TimeUnit topic, String text) {
            heard.add(topic + " " + text);
        }

        @Listener("/typed/{a}/{b}/{c}/{d}/{e}")
        public void typed(
                @Param("e") BigDecimal e,
                @Param("d") UUID d,
                @Param("c") boolean c,
                @Param("b") Long b,
                @Param("a") TimeUnit a) {
            heard.addAll(List.of(a, b, c, d, e));
        }

        @RemoteCall("sum")
        public int sum(List<Integer> numbers) {
            return numbers.stream().mapToInt(Integer::intValue).sum();
        }

        @RemoteCall("nothing")
        public void nothing(Order order, ServerSession from) {
            heard.add(order);
        }

        @RemoteCall("item/{id}")
        public Order item(@Param("id") int id) {
            if (id < 0) {
                throw new RemoteCall.Failure(Map.of("code", 7));
            }
            return new Order("item " + id, id);
        }

        @RemoteCall("later")
        public CompletionStage<Object> later() {
            return later;
        }

        @RemoteCall("broken")
        public Object broken() {
            return new Object() {
                @SuppressWarnings("unused")
                public String getSecret() {
                    throw new IllegalStateException("secret");
                }
            };
        }

        @RemoteCall("classic")
        public void classic(RemoteCall.Caller caller, Object data, ServerMessage message) {
            caller.result(message.getChannel() + data);
        }
    }

    @BeforeEach
    void begins() {
        new ServerAnnotationProcessor(server.bayeux()).process(shop);
    }

    @Test
    void listenerIsGivenWhatItWantsInItsOrder() {
        publish("/orders/7", "{'item':'tea','count':2}").receivesSome("{'successful':true}");

        assertThat(shop.heard).containsExactly(new Order("tea", 2), 7, client.id(), "/orders/7");
    }

    @Test
    void payloadMayBeAMapAndParametersMayBeLeftOut() {
        publish("/plain", "{'a':[1]}").receivesSome("{'successful':true}");
        publish("/only", "1").receivesSome("{'successful':false}");

        assertThat(shop.heard).containsExactly(Map.of("a", List.of(1L)), client.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"/orders/7; ~text~", "/orders/7; [1]", "/orders/seven; {~item~:~tea~,~count~:2}", "/guarded; ~x~"})
    void messageThatDoesNotFitIsRefusedAndReachesNobody(String channel, String data) {
        InMemoryClient other = server.socket().joins().subscribes(channel);

        publish(channel, data.replace('~', '"')).receivesSome(UNFIT);

        assertThat(shop.heard).isEmpty();
        other.receivesNothing();
    }

    @Test
    void listenerThatAnswersLaterDecides() {
        publish("/guarded", "1").receivesSome("{'successful':true}");
        publish("/guarded", "-1").receivesSome("{'successful':false}");
    }

    @Test
    void subscriberIsNotCalledForWhatDoesNotFit() {
        publish("/news/DAYS", "\"sunny\"").receivesSome("{'successful':true}");
        publish("/news/WEEKS", "\"rainy\"").receivesSome("{'successful':true}");

        assertThat(shop.heard).containsExactly("DAYS sunny");
    }

    @Test
    void segmentsBecomeNumbersBooleansEnumsAndUuids() {
        UUID id = new UUID(1, 2);

        publish("/typed/HOURS/5/true/" + id + "/-3", "1").receivesSome("{'successful':true}");

        assertThat(shop.heard).containsExactly(TimeUnit.HOURS, 5L, true, id, new BigDecimal("-3"));
    }

    @Test
    void returnedValueIsTheAnswer() {
        calls("sum", "[1,2,3]", "{'successful':true,'data':6}");
        calls("item/3", "null", "{'successful':true,'data':{'item':'item 3','count':3}}");
        calls("nothing", "{'item':'tea','count':1}", "{'successful':true,'data':null}");
        calls("classic", "1", "{'successful':true,'data':'/service/classic1'}");
    }

    @Test
    void stageAnswersWhenItEnds() {
        publish("/service/later", "1").receivesSome("{'successful':true}").receivesNothing();

        shop.later.complete("now");

        client.receivesSome("{'channel':'/service/later','successful':true,'data':'now'}");
    }

    @Test
    void stageThatFailsAnswersWithFailure() {
        publish("/service/later", "1").receivesSome("{'successful':true}").receivesNothing();

        shop.later.completeExceptionally(new RemoteCall.Failure("sold out"));

        client.receivesSome("{'channel':'/service/later','successful':false,'data':'sold out'}");
    }

    @Test
    void failureOfTheMethodIsForTheClientOtherExceptionsAreNot() {
        calls("item/-1", "1", "{'successful':false,'data':{'code':7}}");
        calls("broken", "1", "{'successful':false,'data':{'message':'The call failed on the server'}}");
    }

    @Test
    void callThatDoesNotFitFails() {
        calls(
                "sum",
                "'many'",
                "{'successful':false,'data':{'error':'400::data_unfit',"
                        + "'message':'The data of the call is not what the server expects'}}");
        calls("item/first", "1", "{'successful':false}");
    }

    /** The answer comes before the reply to its publication, since the method has answered by then. */
    private void calls(String target, String data, String answer) {
        publish("/service/" + target, data)
                .receivesSome(answer)
                .receivesSome("{'channel':'/service/" + target + "','successful':true}");
    }

    private InMemoryClient publish(String channel, String data) {
        return client.sends(
                "{\"channel\":\"" + channel + "\",\"clientId\":\"$id\",\"data\":" + data.replace('\'', '"') + "}");
    }
}
