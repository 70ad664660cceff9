package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bayeux.api.ChannelId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BayeuxMessageTest {

    public record Order(String item, int count) {}

    @Test
    void fieldsAreWrittenInOneOrder() {
        BayeuxMessage message = Wire.CODEC.newMessage();
        message.put("custom", 1);
        message.getExt(true).put("e", 1);
        message.getAdvice(true).put("a", 1);
        message.setData("d");
        message.put("error", "403::no");
        message.setSuccessful(false);
        message.put("subscription", "/s");
        message.setClientId("c");
        message.setId("i");
        message.setChannel("/a");

        assertThat(message.getJSON())
                .isEqualTo("{\"channel\":\"/a\",\"id\":\"i\",\"clientId\":\"c\",\"subscription\":\"/s\","
                        + "\"successful\":false,\"error\":\"403::no\",\"data\":\"d\",\"advice\":{\"a\":1},"
                        + "\"ext\":{\"e\":1},\"custom\":1}");
        assertThat(message).hasToString(message.getJSON());
    }

    @Test
    void settersTakeAFieldAwayByNull() {
        BayeuxMessage message = Wire.message("{\"channel\":\"/a\",\"id\":1,\"clientId\":\"c\",\"data\":1}");

        message.setId(null);
        message.setClientId(null);
        message.setData(null);

        assertThat(message.getJSON()).isEqualTo("{\"channel\":\"/a\"}");
        assertThat(message.getData()).isNull();
        assertThat(message.getDataAsMap()).isNull();
    }

    @Test
    void theParsedChannelFollowsTheChannel() {
        BayeuxMessage message = Wire.message("{\"channel\":\"/a\"}");
        ChannelId first = message.getChannelId();

        assertThat(message.getChannelId()).isSameAs(first);
        message.put("channel", "/b");
        assertThat(message.getChannelId()).isEqualTo(new ChannelId("/b"));
        message.setChannelId(first);
        assertThat(message.getChannel()).isEqualTo("/a");
        assertThat(message.getChannelId()).isSameAs(first);
    }

    @Test
    void aMessageWithoutChannelSaysSo() {
        BayeuxMessage message = Wire.CODEC.newMessage();

        assertThat(message.hasChannel()).isFalse();
        assertThat(message.isMeta()).isFalse();
        assertThatIllegalStateException().isThrownBy(message::getChannel);
        assertThatIllegalStateException().isThrownBy(message::getChannelId);
    }

    @Test
    void dataThatIsNoObjectIsNotAMap() {
        assertThatExceptionOfType(ClassCastException.class)
                .isThrownBy(() -> Wire.withData("[1]").getDataAsMap())
                .withMessageContaining("/a");
    }

    @Test
    void dataIsReadAsATypeWithOrWithoutATree() {
        BayeuxMessage message = Wire.withData("{\"item\":\"tea\",\"count\":2}");

        assertThat(message.<Order>dataAs(Order.class)).isEqualTo(new Order("tea", 2));
        message.getDataAsMap().put("count", 3);
        assertThat(message.<Order>dataAs(Order.class)).isEqualTo(new Order("tea", 3));
        message.setData(new Order("mug", 1));
        assertThat(message.<Order>dataAs(Order.class)).isEqualTo(new Order("mug", 1));
        assertThat(message.<Map<String, Object>>dataAs(Map.class)).containsEntry("item", "mug");
        message.setData(null);
        assertThat(message.<Object>dataAs(Order.class)).isNull();
        assertThatExceptionOfType(JsonReadException.class)
                .isThrownBy(() -> Wire.withData("[1]").dataAs(Order.class));
    }

    @Test
    void applicationObjectsAreEncodedWhenTheMessageIs() {
        BayeuxMessage message = Wire.CODEC.newMessage();
        message.setChannel("/orders");
        message.setData(Map.of("order", new Order("tea", 2)));

        message.freeze();

        assertThat(message.getJSON())
                .isEqualTo("{\"channel\":\"/orders\",\"data\":{\"order\":{\"count\":2,\"item\":\"tea\"}}}");
        assertThat(message.getDataAsMap()).containsEntry("order", new Order("tea", 2));
    }

    @Test
    void aValueThatCannotBeEncodedIsNamedAndTheMessageStaysOpen() {
        BayeuxMessage message = Wire.withData("{\"ok\":1.0}");
        message.put("bad", Double.NaN);

        assertThatExceptionOfType(JsonWriteException.class)
                .isThrownBy(message::freeze)
                .withMessageContainingAll("/a", "NaN");

        assertThat(message.isFrozen()).isFalse();
        message.remove("bad");
        message.freeze();
        assertThat(message.getJSON()).isEqualTo("{\"channel\":\"/a\",\"data\":{\"ok\":1.0}}");
    }

    static Stream<Consumer<BayeuxMessage>> changes() {
        return Stream.of(
                m -> m.setChannel("/b"),
                m -> m.setChannelId(new ChannelId("/b")),
                m -> m.setId("2"),
                m -> m.setId(null),
                m -> m.setIdOf(Wire.withData("1")),
                m -> m.setClientId("c"),
                m -> m.setData(1),
                m -> m.setSuccessful(true),
                m -> m.getAdvice(true),
                m -> m.getExt(true).put("x", 2),
                m -> m.put("x", 1),
                m -> m.put("data", 1),
                m -> m.remove("data"),
                m -> m.remove("nothing"),
                m -> m.putAll(Map.of("x", 1)),
                Map::clear,
                m -> m.keySet().clear(),
                m -> m.keySet().remove("data"),
                m -> m.values().clear(),
                m -> m.entrySet().removeIf(e -> true),
                m -> m.entrySet().iterator().next().setValue("/b"),
                m -> m.replaceAll((k, v) -> v),
                m -> m.compute("custom", (k, v) -> 1),
                BayeuxMessage::stripToPublication);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aFrozenMessageRefusesEveryChange(Consumer<BayeuxMessage> change) {
        BayeuxMessage message =
                Wire.message("{\"channel\":\"/a\",\"id\":1,\"data\":{},\"ext\":{},\"custom\":{\"x\":1}}");
        message.freeze();
        String json = message.getJSON();

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> change.accept(message))
                .withMessageStartingWith("message is frozen");

        assertThat(message.getJSON()).isSameAs(json);
        assertThat(message).isEqualTo(Wire.message(json));
    }

    @Test
    void freezingTwiceEncodesOnce() {
        BayeuxMessage message = Wire.frozen(Wire.withData("1"));
        String json = message.getJSON();
        byte[] utf8 = message.utf8();

        message.freeze();

        assertThat(message.isFrozen()).isTrue();
        assertThat(message.getJSON()).isSameAs(json);
        assertThat(message.utf8()).isSameAs(utf8).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytesOfAnOpenMessageFollowItsChanges() {
        BayeuxMessage message = Wire.withData("\"\u00e9\"");

        assertThat(message.utf8()).asString(StandardCharsets.UTF_8).isEqualTo(message.getJSON());
        message.setData("\u4e2d");
        assertThat(message.utf8())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"channel\":\"/a\",\"data\":\"\u4e2d\"}");
    }

    @Test
    void aPublicationCarriesNothingThatCouldPassForTheServersWord() {
        BayeuxMessage message = Wire.message(
                "{\"channel\":\"/a\",\"id\":\"1\",\"clientId\":\"secret\",\"data\":{\"n\":1.0},"
                        + "\"ext\":{\"e\":1},\"successful\":true,\"error\":\"402::x\",\"subscription\":\"/x\","
                        + "\"advice\":{\"reconnect\":\"none\"},\"authSuccessful\":true,\"connectionType\":\"websocket\","
                        + "\"version\":\"1.0\",\"minimumVersion\":\"1.0\",\"supportedConnectionTypes\":[],\"custom\":\"kept\"}");

        message.stripToPublication();

        assertThat(message.getJSON())
                .isEqualTo(
                        "{\"channel\":\"/a\",\"id\":\"1\",\"data\":{\"n\":1.0},\"ext\":{\"e\":1},\"custom\":\"kept\"}");
    }

    @Test
    void aCopyIsIndependentAndOpen() {
        BayeuxMessage original = Wire.message("{\"channel\":\"/a\",\"data\":{\"n\":1.0},\"custom\":{\"c\":[1]}}");
        Map<String, Object> own = new HashMap<>(Map.of("list", List.of(1)));
        original.put("ext", own);
        original.setLazy(true);
        original.freeze();

        BayeuxMessage copy = original.copy();
        copy.getExt(true).put("ack", 7);
        copy.setChannel("/b");

        assertThat(copy.isFrozen()).isFalse();
        assertThat(copy.isLazy()).isTrue();
        assertThat(copy.getJSON())
                .isEqualTo(
                        "{\"channel\":\"/b\",\"data\":{\"n\":1.0},\"ext\":{\"list\":[1],\"ack\":7},\"custom\":{\"c\":[1]}}");
        assertThat(own).doesNotContainKey("ack");
        assertThat(original.getChannelId().getId()).isEqualTo("/a");
    }

    @Test
    void requestAndReplyAreTiedOutsideTheFields() {
        BayeuxMessage request = Wire.withData("1");
        BayeuxMessage reply = Wire.CODEC.newMessage();

        request.setAssociated(reply);
        request.freeze();

        assertThat(request.getAssociated()).isSameAs(reply);
        assertThat(request.copy().getAssociated()).isNull();
        assertThat(request.getBayeuxContext()).isNull();
        assertThat(request.getServerTransport()).isNull();
        assertThat(request).containsOnlyKeys("channel", "data");
    }
}
