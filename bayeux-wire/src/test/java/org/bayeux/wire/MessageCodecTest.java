package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {

    @Test
    void anObjectIsOneMessage() {
        String json = "{\"channel\":\"/chat\",\"clientId\":\"c1\",\"id\":\"7\",\"data\":\"hi\"}";

        BayeuxMessage message = Wire.message(json);

        assertThat(message.getChannel()).isEqualTo("/chat");
        assertThat(message.getChannelId().getId()).isEqualTo("/chat");
        assertThat(message.getClientId()).isEqualTo("c1");
        assertThat(message.getId()).isEqualTo("7");
        assertThat(message.getData()).isEqualTo("hi");
    }

    @Test
    void anArrayKeepsTheOrderOfItsMessages() {
        String json = " [ {\"channel\":\"/a\"} ,\n{\"channel\":\"/b\"},\t{\"channel\":\"/c\"}\r] ";

        List<BayeuxMessage> messages = Wire.messages(json);

        assertThat(messages).extracting(BayeuxMessage::getChannel).containsExactly("/a", "/b", "/c");
    }

    @Test
    void aHandshakeKeepsItsOtherFields() {
        String json = "{\"channel\":\"/meta/handshake\",\"version\":\"1.0\",\"minimumVersion\":\"0.9\","
                + "\"supportedConnectionTypes\":[\"websocket\",\"long-polling\"],\"custom\":{\"a\":[1]},\"n\":1.5,"
                + "\"yes\":true,\"no\":false,\"nothing\":null,\"advice\":{\"timeout\":0},\"ext\":{\"ack\":true}}";

        BayeuxMessage message = Wire.message(json);

        assertThat(message)
                .contains(
                        entry("version", "1.0"),
                        entry("supportedConnectionTypes", List.of("websocket", "long-polling")),
                        entry("custom", Map.of("a", List.of(1L))),
                        entry("n", 1.5),
                        entry("yes", true),
                        entry("no", false),
                        entry("nothing", null));
        assertThat(message.getAdvice()).containsExactly(entry("timeout", 0L));
        assertThat(message.getExt()).containsExactly(entry("ack", true));
        assertThat(message.isMeta()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "{\"a\":[1]}", "[1]", "[null]", "[\"/a\",[\"/b\"]]", "[{\"/a\":1},\"/b\"]"})
    void subscriptionOfAnotherTypeIsKeptAsItsText(String value) {
        String json = "{\"channel\":\"/meta/subscribe\",\"subscription\": " + value + ",\"id\":\"2\"}";

        assertThat(Wire.message(json).get("subscription")).isEqualTo(value);
        assertThat(Wire.message(json).getId()).isEqualTo("2");
    }

    @Test
    void subscriptionIsAStringOrAList() {
        String one = "{\"channel\":\"/meta/subscribe\",\"subscription\":\"/a\"}";
        String several = "{\"channel\":\"/meta/subscribe\",\"subscription\":[\"/a\",\"/b/*\"]}";

        assertThat(Wire.message(one).get("subscription")).isEqualTo("/a");
        assertThat(Wire.message(several).get("subscription")).isEqualTo(List.of("/a", "/b/*"));
    }

    @Test
    void aReplyTellsSuccessAndError() {
        BayeuxMessage refused = Wire.message("{\"channel\":\"/a\",\"successful\":false,\"error\":\"403::denied\"}");
        BayeuxMessage accepted = Wire.message("{\"channel\":\"/a\",\"successful\":true}");

        assertThat(refused.isSuccessful()).isFalse();
        assertThat(refused.get("error")).isEqualTo("403::denied");
        assertThat(accepted.isSuccessful()).isTrue();
        assertThat(accepted.isPublishReply()).isTrue();
        assertThat(Wire.withData("1").isPublishReply()).isFalse();
        assertThat(Wire.message("{\"channel\":\"/meta/connect\",\"successful\":true}")
                        .isPublishReply())
                .isFalse();
    }

    @Test
    void aFieldOfTheProtocolThatIsNullIsAbsent() {
        BayeuxMessage message = Wire.message("{\"channel\":null,\"id\":null,\"clientId\":null,\"ext\":null,"
                + "\"advice\":null,\"successful\":null,\"subscription\":null,\"error\":null}");

        assertThat(message).isEmpty();
        assertThat(message.hasChannel()).isFalse();
    }

    @Test
    void dataThatIsNullIsThere() {
        BayeuxMessage message = Wire.withData("null");

        assertThat(message).containsEntry("data", null);
        assertThat(message.getJSON()).isEqualTo("{\"channel\":\"/a\",\"data\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "1", "0", "-1", "12345678901234567890", "1.50", "1e5", "-0"})
    void aReplyEchoesTheIdAsItCame(String id) {
        BayeuxMessage request = Wire.message("{\"id\":" + id + "}");
        BayeuxMessage reply = Wire.CODEC.newMessage();

        reply.setIdOf(request);

        String echoed =
                reply.getJSON().substring("{\"id\":".length(), reply.getJSON().length() - 1);
        if (id.startsWith("\"")) {
            assertThat(echoed).isEqualTo(id);
        } else {
            assertThat(new BigDecimal(echoed)).isEqualTo(new BigDecimal(id));
        }
    }

    @Test
    void aMessageMayBeEmpty() {
        assertThat(Wire.message("{}")).isEmpty();
        assertThat(Wire.message("{}").getJSON()).isEqualTo("{}");
    }

    @Test
    void valuesAreCutOutAcrossTheBuffersOfTheParser() {
        for (int padding = 4000; padding < 4200; padding++) {
            String data = "{\"p\":\"" + "x".repeat(padding) + "\",\"n\":[1.0,\"\\u00e9\\n\",{}]}";

            BayeuxMessage message = Wire.message("[{\"data\" : " + data + " ,\"channel\":\"/a\",\"ext\":{\"q\":0}}]");

            assertThat(message.getJSON()).isEqualTo("{\"channel\":\"/a\",\"data\":" + data + ",\"ext\":{\"q\":0}}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 2, 100})
    void aLibraryWithoutExactOffsetsIsNoticed(int error) {
        MessageCodec codec = new MessageCodec(new InexactJson(error), WireLimits.DEFAULT);

        for (String data : List.of("{\"a\":1}", "[1]", "\"x\"")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> codec.parse("{\"data\":" + data + "}"))
                    .withMessageContaining("offsets");
        }
    }

    /** Stands for a library whose offsets are wrong, or always point at the end. */
    private record InexactJson(int error) implements JsonContext {

        @Override
        public JsonTokens tokens(String json) {
            JsonTokens exact = Wire.JSON.tokens(json);
            return new JsonTokens() {
                @Override
                public JsonToken next() {
                    return exact.next();
                }

                @Override
                public String text() {
                    return exact.text();
                }

                @Override
                public int end() {
                    return Math.min(exact.end() + error, json.length());
                }

                @Override
                public void close() {
                    exact.close();
                }
            };
        }

        @Override
        public Object readObject(String json, Type type) {
            throw new AssertionError("only tokens are needed");
        }

        @Override
        public void writeObject(Object value, StringBuilder out) {
            throw new AssertionError("only tokens are needed");
        }

        @Override
        public void close() {}
    }
}
