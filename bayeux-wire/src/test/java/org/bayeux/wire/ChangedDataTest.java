package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change of the tree, at every depth and through every view, is seen by encoding, and refused once frozen. */
class ChangedDataTest {

    private static final String DATA = "{\"a\":1,\"o\":{\"x\":true,\"y\":[5,3,4]},\"l\":[1,2,3,2]}";

    static Stream<Arguments> changes() {
        return Stream.of(
                change("put", m -> m.put("a", 2L), "{\"a\":2,\"o\":{\"x\":true,\"y\":[5,3,4]},\"l\":[1,2,3,2]}"),
                change("put new", m -> m.put("b", null), DATA.substring(0, DATA.length() - 1) + ",\"b\":null}"),
                change("remove", m -> m.remove("a"), "{\"o\":{\"x\":true,\"y\":[5,3,4]},\"l\":[1,2,3,2]}"),
                change("clear", Map::clear, "{}"),
                change("putAll", m -> m.putAll(Map.of("a", 3)), DATA.replace(":1,", ":3,")),
                change("merge", m -> m.merge("a", 1L, (x, y) -> 9L), DATA.replace(":1,", ":9,")),
                change("compute", m -> m.compute("a", (k, v) -> 9L), DATA.replace(":1,", ":9,")),
                change("computeIfAbsent", m -> m.computeIfAbsent("b", k -> 1), DATA.replaceAll("}$", ",\"b\":1}")),
                change("computeIfPresent", m -> m.computeIfPresent("a", (k, v) -> null), DATA.replace("\"a\":1,", "")),
                change("putIfAbsent", m -> m.putIfAbsent("b", 1), DATA.replaceAll("}$", ",\"b\":1}")),
                change("replace", m -> m.replace("a", 7), DATA.replace(":1,", ":7,")),
                change("replaceAll", m -> m.replaceAll((k, v) -> 0), "{\"a\":0,\"o\":0,\"l\":0}"),
                change("keySet remove", m -> m.keySet().remove("a"), DATA.replace("\"a\":1,", "")),
                change("keySet retainAll", m -> m.keySet().retainAll(List.of("a")), "{\"a\":1}"),
                change("keySet clear", m -> m.keySet().clear(), "{}"),
                change("values remove", m -> m.values().remove(1L), DATA.replace("\"a\":1,", "")),
                change(
                        "values removeIf",
                        m -> m.values().removeIf(v -> v instanceof Map),
                        DATA.replace("\"o\":{\"x\":true,\"y\":[5,3,4]},", "")),
                change(
                        "entrySet removeIf",
                        m -> m.entrySet().removeIf(e -> e.getKey().equals("a")),
                        DATA.replace("\"a\":1,", "")),
                change(
                        "entry setValue",
                        m -> m.entrySet().iterator().next().setValue("q"),
                        DATA.replace(":1,", ":\"q\",")),
                change(
                        "entry of stream",
                        m -> m.entrySet().stream().limit(1).forEach(e -> e.setValue(8)),
                        DATA.replace(":1,", ":8,")),
                change(
                        "entry iterator remove",
                        m -> removeFirst(m.entrySet().iterator()),
                        DATA.replace("\"a\":1,", "")),
                change("entrySet clear", m -> m.entrySet().clear(), "{}"),
                change("nested put", m -> object(m, "o").put("x", false), DATA.replace("true", "false")),
                change(
                        "nested entry",
                        m -> object(m, "o").entrySet().iterator().next().setValue(0),
                        DATA.replace("true", "0")),
                change(
                        "object in values",
                        m -> m.values().stream().filter(Map.class::isInstance).forEach(o -> ((Map<?, ?>) o).clear()),
                        DATA.replace("{\"x\":true,\"y\":[5,3,4]}", "{}")),
                change("list add", m -> list(m, "l").add("n"), DATA.replace("3,2]", "3,2,\"n\"]")),
                change("list add at", m -> list(m, "l").add(0, 0), DATA.replace("[1,2", "[0,1,2")),
                change("list addAll", m -> list(m, "l").addAll(List.of(8, 9)), DATA.replace("3,2]", "3,2,8,9]")),
                change("list set", m -> list(m, "l").set(0, 7), DATA.replace("[1,", "[7,")),
                change("list remove", m -> list(m, "l").remove(0), DATA.replace("[1,", "[")),
                change("list remove object", m -> list(m, "l").remove((Object) 2L), DATA.replace("[1,2,", "[1,")),
                change(
                        "list removeIf",
                        m -> list(m, "l").removeIf(v -> v.equals(2L)),
                        DATA.replace("[1,2,3,2]", "[1,3]")),
                change("list retainAll", m -> list(m, "l").retainAll(List.of(2L)), DATA.replace("[1,2,3,2]", "[2,2]")),
                change("list clear", m -> list(m, "l").clear(), DATA.replace("[1,2,3,2]", "[]")),
                change("list replaceAll", m -> list(m, "l").replaceAll(v -> 0), DATA.replace("[1,2,3,2]", "[0,0,0,0]")),
                change("list sort", m -> list(object(m, "o"), "y").sort(null), DATA.replace("[5,3,4]", "[3,4,5]")),
                change("list reverse", m -> Collections.reverse(list(m, "l")), DATA.replace("[1,2,3,2]", "[2,3,2,1]")),
                change("subList clear", m -> list(m, "l").subList(1, 3).clear(), DATA.replace("[1,2,3,2]", "[1,2]")),
                change("subList set", m -> list(m, "l").subList(1, 3).set(0, 0), DATA.replace("[1,2,3", "[1,0,3")),
                change("iterator remove", m -> removeFirst(list(m, "l").iterator()), DATA.replace("[1,2", "[2")),
                change(
                        "listIterator set",
                        m -> setLast(list(m, "l").listIterator()),
                        DATA.replace("3,2]", "3,\"last\"]")),
                change("listIterator add", m -> list(m, "l").listIterator().add(0), DATA.replace("[1,2", "[0,1,2")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void isEncoded(String name, Consumer<Map<String, Object>> change, String expected) {
        BayeuxMessage message = Wire.withData(DATA);

        change.accept(message.getDataAsMap());

        assertThat(message.getJSON()).isEqualTo("{\"channel\":\"/a\",\"data\":" + expected + "}");
        assertThat(message.copy().getJSON()).isEqualTo(message.getJSON());
        assertThat(Wire.frozen(message).getJSON()).isEqualTo("{\"channel\":\"/a\",\"data\":" + expected + "}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void isRefusedWhenReadAfterFreezing(String name, Consumer<Map<String, Object>> change) {
        BayeuxMessage message = Wire.frozen(Wire.withData(DATA));

        assertRefused(message, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void isRefusedWhenReadBeforeFreezing(String name, Consumer<Map<String, Object>> change) {
        BayeuxMessage message = Wire.withData(DATA);
        Map<String, Object> data = message.getDataAsMap();
        object(data, "o").put("x", true);

        message.freeze();

        assertRefused(message, m -> change.accept(data));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void isRefusedInMapsOfTheApplicationWhenFrozen(String name, Consumer<Map<String, Object>> change) {
        BayeuxMessage message = Wire.CODEC.newMessage();
        message.setChannel("/a");
        message.setData(Wire.JSON.parse(DATA));

        message.freeze();

        assertRefused(message, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void doesNotReachTheOriginalOfACopy(String name, Consumer<Map<String, Object>> change, String expected) {
        BayeuxMessage original = Wire.frozen(Wire.withData(DATA));
        BayeuxMessage copy = original.copy();

        change.accept(copy.getDataAsMap());

        assertThat(original.getData()).isEqualTo(Wire.JSON.parse(DATA));
        assertThat(copy.getJSON()).isEqualTo("{\"channel\":\"/a\",\"data\":" + expected + "}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void hasTheEffectThatItHasOnOrdinaryMaps(String name, Consumer<Map<String, Object>> change) {
        @SuppressWarnings("unchecked")
        Map<String, Object> ordinary = (Map<String, Object>) Wire.JSON.parse(DATA);
        Map<String, Object> tracked = Wire.withData(DATA).getDataAsMap();

        change.accept(ordinary);
        change.accept(tracked);

        assertThat(tracked).isEqualTo(ordinary).hasSameHashCodeAs(ordinary).hasToString(ordinary.toString());
        assertThat(tracked.keySet()).containsExactlyElementsOf(ordinary.keySet());
    }

    @Test
    void whatTheApplicationPutsInIsFrozenToo() {
        BayeuxMessage message = Wire.withData("{}");
        Map<String, Object> inner = new HashMap<>(Map.of("list", new ArrayList<>(List.of(1))));
        message.getDataAsMap().put("inner", inner);

        message.freeze();

        Map<String, Object> seen = object(message.getDataAsMap(), "inner");
        assertThat(seen).isEqualTo(inner);
        assertRefused(message, m -> seen.put("x", 1));
        assertRefused(message, m -> list(seen, "list").add(2));
    }

    @Test
    void dataOfAnotherMessageIsReadOnlyInAFrozenOneButNotInItsOwn() {
        BayeuxMessage received = Wire.withData(DATA);
        BayeuxMessage echo = Wire.CODEC.newMessage();
        echo.setChannel("/a");
        echo.setData(received.getData());

        echo.freeze();
        received.getDataAsMap().put("a", 2L);

        assertRefused(echo, m -> m.put("a", 3L));
        assertThat(received.getJSON()).contains("\"a\":2");
        assertThat(echo.getJSON()).contains("\"a\":1");
    }

    @Test
    void createdMapsAreEncodedAndFrozen() {
        BayeuxMessage message = Wire.CODEC.newMessage();
        Map<String, Object> advice = message.getAdvice(true);
        Map<String, Object> ext = message.getExt(true);
        Map<String, Object> data = message.getDataAsMap(true);
        advice.put("reconnect", "retry");
        ext.put("ack", 1);
        data.put("d", new LinkedHashMap<>(Map.of("e", "f")));

        message.freeze();

        assertThat(message.getJSON())
                .isEqualTo("{\"data\":{\"d\":{\"e\":\"f\"}},\"advice\":{\"reconnect\":\"retry\"},\"ext\":{\"ack\":1}}");
        for (Map<String, Object> map : List.of(advice, ext, data)) {
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> map.put("x", 1));
        }
        assertThat(message.getAdvice(true)).isEqualTo(advice);
    }

    @Test
    void createdMapsThatStayEmptyAreObjects() {
        BayeuxMessage message = Wire.CODEC.newMessage();
        message.getExt(true);

        assertThat(message.getJSON()).isEqualTo("{\"ext\":{}}");
        assertThat(message.getExt()).isEmpty();
        assertThat(message.getAdvice()).isNull();
    }

    @Test
    void iteratorsOfArraysFailFast() {
        List<Object> list = list(Wire.withData(DATA).getDataAsMap(), "l");
        Iterator<Object> iterator = list.iterator();
        list.add(1);

        assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(iterator::next);
    }

    private static void assertRefused(BayeuxMessage message, Consumer<Map<String, Object>> change) {
        String before = message.getJSON();
        String data = Wire.JSON.generate(message.getData());

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> change.accept(message.getDataAsMap()))
                .withMessageStartingWith("message is frozen");

        assertThat(message.getJSON()).isEqualTo(before);
        assertThat(Wire.JSON.generate(message.getData())).isEqualTo(data);
    }

    private static Arguments change(String name, Consumer<Map<String, Object>> change, String expected) {
        return Arguments.of(name, change, expected);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> map, String name) {
        return (Map<String, Object>) map.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> map, String name) {
        return (List<Object>) map.get(name);
    }

    private static void removeFirst(Iterator<?> iterator) {
        iterator.next();
        iterator.remove();
    }

    private static void setLast(ListIterator<Object> iterator) {
        while (iterator.hasNext()) {
            iterator.next();
        }
        iterator.set("last");
    }
}
