package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.AbstractMap.SimpleEntry;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A message is a map like any other. */
class MessageMapTest {

    private static final List<String> KEYS =
            List.of("channel", "id", "clientId", "error", "data", "version", "x", "y", "connectionType");

    @Test
    void anyRunOfOperationsHasTheEffectItHasOnAHashMap() {
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            Map<String, Object> message = Wire.CODEC.newMessage();
            Map<String, Object> model = new LinkedHashMap<>();
            for (int step = 0; step < 40; step++) {
                String key = KEYS.get(random.nextInt(KEYS.size()));
                String value = random.nextInt(5) == 0 ? null : "v" + random.nextInt(3);
                int operation = random.nextInt(10);
                assertThat(apply(operation, message, key, value)).isEqualTo(apply(operation, model, key, value));
                assertSame(message, model);
            }
        }
    }

    private static Object apply(int operation, Map<String, Object> map, String key, String value) {
        return switch (operation) {
            case 0, 1, 2, 3 -> map.put(key, value);
            case 4 -> map.remove(key);
            case 5 -> map.putIfAbsent(key, value);
            case 6 -> map.keySet().remove(key);
            case 7 -> map.entrySet().removeIf(e -> e.getKey().equals(key) && value == null);
            case 8 -> map.replace(key, value);
            default -> map.computeIfPresent(key, (k, v) -> value);
        };
    }

    private static void assertSame(Map<String, Object> message, Map<String, Object> model) {
        assertThat(message.equals(model)).isTrue();
        assertThat(model.equals(message)).isTrue();
        assertThat(message).hasSameHashCodeAs(model).hasSameSizeAs(model);
        assertThat(message.isEmpty()).isEqualTo(model.isEmpty());
        assertThat(message.entrySet()).isEqualTo(model.entrySet());
        assertThat(message.keySet()).isEqualTo(model.keySet());
        assertThat(message.values()).containsExactlyInAnyOrderElementsOf(model.values());
        for (String key : KEYS) {
            assertThat(message.containsKey(key)).isEqualTo(model.containsKey(key));
            assertThat(message.get(key)).isEqualTo(model.get(key));
        }
        assertThat(Wire.JSON.parse(((BayeuxMessage) message).getJSON())).isEqualTo(model);
    }

    @Test
    void receivedMessagesEqualTheirPlainForm() {
        String json = "{\"channel\":\"/a\",\"id\":5,\"subscription\":[\"/b\"],\"successful\":true,"
                + "\"data\":{\"x\":[1,{\"y\":null}]},\"ext\":{},\"other\":[true]}";

        assertThat(Wire.message(json)).isEqualTo(Wire.JSON.parse(json));
        assertThat(Wire.JSON.parse(json)).isEqualTo(Wire.message(json));
        assertThat(Wire.message(json)).hasSameHashCodeAs(Wire.JSON.parse(json));
    }

    @Test
    void iterationGoesInTheOrderOfWriting() {
        BayeuxMessage message = Wire.message("{\"z\":1,\"data\":2,\"a\":3,\"channel\":\"/a\"}");

        assertThat(message.keySet()).containsExactly("channel", "data", "z", "a");
        assertThat(message.values()).containsExactly("/a", 2L, 1L, 3L);
    }

    @Test
    void entriesReadAndWriteThrough() {
        BayeuxMessage message = Wire.message("{\"data\":1,\"x\":2}");
        Iterator<Map.Entry<String, Object>> entries = message.entrySet().iterator();
        Map.Entry<String, Object> data = entries.next();
        Map.Entry<String, Object> extra = entries.next();

        assertThat(data.setValue(5)).isEqualTo(1L);
        assertThat(extra.setValue(6)).isEqualTo(2L);

        assertThat(message).isEqualTo(Map.of("data", 5, "x", 6));
        assertThat(data).isEqualTo(new SimpleEntry<>("data", 5)).hasSameHashCodeAs(new SimpleEntry<>("data", 5));
        assertThat(data).hasToString("data=5").isNotEqualTo(extra);
    }

    @Test
    void iteratorsKeepTheContract() {
        BayeuxMessage message = Wire.message("{\"data\":1,\"x\":2}");
        Iterator<Map.Entry<String, Object>> entries = message.entrySet().iterator();

        assertThatIllegalStateException().isThrownBy(entries::remove);
        entries.next();
        entries.remove();
        assertThatIllegalStateException().isThrownBy(entries::remove);
        entries.next();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(entries::next);
        entries.remove();
        assertThat(message).isEmpty();
    }

    @Test
    void keysThatAreNoStringsAreNotThere() {
        BayeuxMessage message = Wire.withData("1");

        assertThat(message.containsKey(5)).isFalse();
        assertThat(message.get(null)).isNull();
        assertThat(message.remove(5)).isNull();
    }

    static Stream<Arguments> illegalValues() {
        return Stream.of(
                Arguments.of("channel", 5),
                Arguments.of("id", true),
                Arguments.of("clientId", 5),
                Arguments.of("error", List.of()),
                Arguments.of("successful", "true"),
                Arguments.of("subscription", 1),
                Arguments.of("advice", "x"),
                Arguments.of("ext", List.of()));
    }

    @ParameterizedTest
    @MethodSource("illegalValues")
    void fieldsOfTheProtocolHaveATypeEach(String key, Object value) {
        BayeuxMessage message = Wire.CODEC.newMessage();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> message.put(key, value))
                .withMessageContaining("field " + key + " must be");
        assertThat(message).isEmpty();
    }

    @Test
    void fieldsOfTheProtocolTakeWhatTheManualShows() {
        BayeuxMessage message = Wire.CODEC.newMessage();
        message.put("id", 5);
        message.put("subscription", new String[] {"/a", "/b"});
        message.put("successful", true);
        message.put("advice", Map.of("interval", 0));
        message.put("data", Arrays.asList(1, null));

        assertThat(message.getJSON())
                .isEqualTo("{\"id\":5,\"subscription\":[\"/a\",\"/b\"],\"successful\":true,\"data\":[1,null],"
                        + "\"advice\":{\"interval\":0}}");
        assertThat(message.getId()).isEqualTo("5");
    }
}
