package org.bayeux.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.wire.JakartaJsonContext;
import org.bayeux.wire.JsonContext;
import org.bayeux.wire.JsonReadException;
import org.bayeux.wire.JsonToken;
import org.bayeux.wire.JsonTokens;
import org.bayeux.wire.JsonWriteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonJsonContextTest {

    private final JsonContext json = new JacksonJsonContext();

    /** What an application may have. */
    public enum Colour {
        RED,
        GREEN
    }

    /** The same. */
    public record Order(String item, int count, List<String> tags, LocalDate due, Colour colour) {}

    /** What cannot be written. */
    public static final class Unwritable {
        public String getBroken() {
            throw new IllegalStateException("broken getter");
        }
    }

    @Test
    void isPreferredWhereItIsThere() {
        try (JsonContext found = JsonContext.load(getClass().getClassLoader())) {
            assertThat(found).isInstanceOf(JacksonJsonContext.class);
        }
    }

    @Test
    void recordsGoBothWaysAsByJsonB() {
        Order order = new Order("tea", 2, List.of("a"), LocalDate.of(2025, 1, 2), Colour.RED);

        String text = json.generate(order);

        assertThat(json.<Order>parse(text, Order.class)).isEqualTo(order);
        assertThat(text).contains("\"due\":\"2025-01-02\"", "\"colour\":\"RED\"");
        assertThat(json.<Order>parse("{\"item\":\"tea\",\"unknown\":1}", Order.class)
                        .item())
                .isEqualTo("tea");
    }

    @Test
    void applicationObjectsMayStandInMapsAndLists() {
        Map<String, Object> value = Map.of("orders", List.of(Colour.GREEN, Optional.of("x"), new int[] {1, 2}));

        assertThat(json.generate(value)).isEqualTo("{\"orders\":[\"GREEN\",\"x\",[1,2]]}");
    }

    @Test
    void mapperOfTheApplicationDecides() {
        JsonContext own = new JacksonJsonContext(JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .build());

        assertThat(own.generate(Map.of("order", new Named("tea")))).isEqualTo("{\"order\":{\"Item\":\"tea\"}}");
    }

    /** With one property. */
    public record Named(String item) {}

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "1", "{\"count\":{}}", "{\"colour\":\"BLUE\"}", "{\"due\":\"soon\"}", "{\"item\":"})
    void whatDoesNotFitTheTypeIsRefused(String text) {
        assertThatExceptionOfType(JsonReadException.class)
                .isThrownBy(() -> json.parse(text, Order.class))
                .withMessageContaining("Order");
    }

    @Test
    void anObjectThatCannotBeWrittenIsNamed() {
        assertThatExceptionOfType(JsonWriteException.class)
                .isThrownBy(() -> json.generate(new Unwritable()))
                .withMessageContaining(Unwritable.class.getName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "[1] 2",
                "{\"a\":1e99999}",
                "[01]",
                "[+1]",
                "[.5]",
                "[1.]",
                "[NaN]",
                "['a']",
                "{a:1}",
                "[1 2]",
                "[1,,2]",
                "[/**/1]",
                "\"a\nb\"",
                "\"\\x\"",
                "[1]]",
                "{\"a\"}",
                "tru",
                "[\"a]"
            })
    void malformedTextIsRefused(String text) {
        assertThatExceptionOfType(JsonReadException.class).isThrownBy(() -> json.parse(text));
    }

    @Test
    void tokensAndTheirEndsAreThoseOfTheStandardLibrary() {
        JsonContext standard = new JakartaJsonContext();
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            String text = randomValue(random, 4);

            assertThat(tokensOf(json, text)).as(text).isEqualTo(tokensOf(standard, text));
            assertThat(json.parse(text)).as(text).isEqualTo(standard.parse(text));
        }
    }

    @Test
    void longTextsAndDeepNestingAreNoMatterOfTheLibrary() {
        String text = "x".repeat(100_000);

        assertThat(json.parse("\"" + text + "\"")).isEqualTo(text);
        assertThat(tokensOf(json, "[".repeat(5_000) + "]".repeat(5_000))).hasSize(10_000);
    }

    @Test
    void serverSpeaksByIt() {
        InMemoryServer server = InMemoryServer.start();
        InMemoryClient client = server.socket().joins().subscribes("/orders");
        server.channel("/orders").publish(null, new Order("tea", 1, List.of(), LocalDate.of(2025, 1, 2), Colour.RED));

        client.receivesSome("""
            {'channel':'/orders','data':{'item':'tea','count':1,'tags':[],'due':'2025-01-02','colour':'RED'}}""");
    }

    private static List<String> tokensOf(JsonContext context, String text) {
        List<String> found = new ArrayList<>();
        try (JsonTokens tokens = context.tokens(text)) {
            for (JsonToken token = tokens.next(); token != JsonToken.END; token = tokens.next()) {
                String shown =
                        switch (token) {
                            case NAME, STRING, NUMBER -> tokens.text();
                            default -> "";
                        };
                found.add(token + " " + shown + " " + tokens.end());
            }
        }
        return found;
    }

    private static String randomValue(Random random, int depth) {
        String space = " \n".substring(0, random.nextInt(3));
        return space
                + switch (random.nextInt(depth > 0 ? 8 : 6)) {
                    case 0 -> "true";
                    case 1 -> "null";
                    case 2 -> Integer.toString(random.nextInt());
                    case 3 -> Double.toString(random.nextGaussian());
                    case 4 -> "\"a\\u00e9\\n\\ud83d\\ude00 ä😀" + random.nextInt(9) + "\"";
                    case 5 -> "false" + space;
                    case 6 -> "[" + randomValue(random, depth - 1) + space + "," + randomValue(random, depth - 1) + "]";
                    default ->
                        "{\"k\\t1\"" + space + ":" + randomValue(random, depth - 1) + ",\"k2\":"
                                + randomValue(random, depth - 1) + "}";
                };
    }
}
