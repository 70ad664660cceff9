package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JakartaJsonContextTest {

    public enum Colour {
        RED,
        GREEN
    }

    public record Order(String item, int count, List<String> tags, LocalDate due, Colour colour) {}

    public static final class Unwritable {
        public String getBroken() {
            throw new IllegalStateException("broken getter");
        }
    }

    @SuppressWarnings("unused") // only their generic types count
    private record Types(
            List<Order> orders, Map<String, Object> map, Map<String, Integer> counts, Set<Colour> colours) {}

    @Test
    void recordsGoBothWays() {
        Order order = new Order("tea", 2, List.of("a"), LocalDate.of(2025, 1, 2), Colour.RED);

        String json = Wire.JSON.generate(order);

        assertThat(Wire.JSON.<Order>parse(json, Order.class)).isEqualTo(order);
        assertThat(json).contains("\"due\":\"2025-01-02\"", "\"colour\":\"RED\"");
    }

    @Test
    void applicationObjectsMayStandInMapsAndLists() {
        Map<String, Object> value = Map.of("orders", List.of(Colour.GREEN, Optional.of("x"), new int[] {1, 2}));

        assertThat(Wire.JSON.generate(value)).isEqualTo("{\"orders\":[\"GREEN\",\"x\",[1,2]]}");
    }

    @Test
    void genericTypesAreRead() throws Exception {
        String json = "[{\"item\":\"tea\",\"count\":2}]";

        List<Order> orders = Wire.JSON.parse(json, type("orders"));
        Map<String, Integer> counts = Wire.JSON.parse("{\"a\":1}", type("counts"));
        Set<Colour> colours = Wire.JSON.parse("[\"RED\",\"RED\"]", type("colours"));

        assertThat(orders).containsExactly(new Order("tea", 2, null, null, null));
        assertThat(counts).isEqualTo(Map.of("a", 1));
        assertThat(colours).containsExactly(Colour.RED);
    }

    @Test
    void mapsOfObjectsFollowTheRulesOfPlainValues() throws Exception {
        Map<String, Object> map = Wire.JSON.parse("{\"n\":1,\"d\":0.5}", type("map"));

        assertThat(map).isEqualTo(Map.of("n", 1L, "d", 0.5));
    }

    @Test
    void simpleTypesAreRead() {
        assertThat(Wire.JSON.<Integer>parse("42", int.class)).isEqualTo(42);
        assertThat(Wire.JSON.<String>parse("\"x\"", String.class)).isEqualTo("x");
        assertThat(Wire.JSON.<Object>parse("null", String.class)).isNull();
        assertThat(Wire.JSON.<Colour>parse("\"RED\"", Colour.class)).isEqualTo(Colour.RED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "1", "{\"count\":{}}", "{\"colour\":\"BLUE\"}", "{\"due\":\"soon\"}", "{\"item\":"})
    void whatDoesNotFitTheTypeIsRefused(String json) {
        assertThatExceptionOfType(JsonReadException.class)
                .isThrownBy(() -> Wire.JSON.parse(json, Order.class))
                .withMessageContaining("Order");
    }

    @Test
    void aPlainValueOfAnotherKindIsRefused() {
        assertThatExceptionOfType(JsonReadException.class)
                .isThrownBy(() -> Wire.JSON.parse("{}", List.class))
                .withMessageContaining("java.util.List");
        assertThatExceptionOfType(JsonReadException.class).isThrownBy(() -> Wire.JSON.parse("[]", type("map")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "[1] 2", "{\"a\":1e99999}"})
    void malformedTextIsRefused(String json) {
        assertThatExceptionOfType(JsonReadException.class).isThrownBy(() -> Wire.JSON.parse(json));
    }

    @Test
    void nestingThatWouldNotFitTheStackIsRefused() {
        assertThatExceptionOfType(JsonReadException.class)
                .isThrownBy(() -> Wire.JSON.parse("[".repeat(501) + "]".repeat(501)));
        assertThatExceptionOfType(JsonReadException.class).isThrownBy(() -> Wire.JSON.parse("{\"a\":".repeat(100_000)));
    }

    @Test
    void anObjectThatCannotBeWrittenIsNamed() {
        assertThatExceptionOfType(JsonWriteException.class)
                .isThrownBy(() -> Wire.JSON.generate(new Unwritable()))
                .withMessageContaining(Unwritable.class.getName());
    }

    @Test
    void aValueThatFitsIsConvertedToItself() {
        Map<String, Object> map = Map.of("item", "tea", "count", 2);

        assertThat(Wire.JSON.<Object>convert(map, Map.class)).isSameAs(map);
        assertThat(Wire.JSON.<Object>convert(null, Order.class)).isNull();
        assertThat(Wire.JSON.<Order>convert(map, Order.class).count()).isEqualTo(2);
        assertThat(Wire.JSON.<Integer>convert(7L, int.class)).isEqualTo(7);
    }

    @Test
    void theApplicationsSettingsOfJsonBAreUsed() {
        JsonbConfig config = new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.UPPER_CAMEL_CASE);

        try (JakartaJsonContext json = new JakartaJsonContext(config)) {
            assertThat(json.generate(new Order("tea", 1, null, null, null))).contains("\"Item\":\"tea\"");
        }
    }

    @Test
    void aClosedContextConvertsNoMoreObjects() {
        JakartaJsonContext json = new JakartaJsonContext();
        json.generate(Colour.RED);

        json.close();
        json.close();

        assertThatIllegalStateException().isThrownBy(() -> json.generate(Colour.RED));
        assertThat(json.generate(List.of(1))).isEqualTo("[1]");
    }

    private static Type type(String component) throws Exception {
        return Types.class.getDeclaredField(component).getGenericType();
    }
}
