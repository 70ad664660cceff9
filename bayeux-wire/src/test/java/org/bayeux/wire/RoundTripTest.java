package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Values made at random survive writing and reading; text cut or changed at random never does harm. */
class RoundTripTest {

    private static final String[] TEXTS = {
        "",
        "plain",
        "\"quoted\"",
        "back\\slash",
        "\u0000\u001f",
        "\u2028",
        "\u4e2d\u6587",
        "\ud83d\ude00",
        "\ud800",
        "}]"
    };

    private static final String PIECES = "{}[]\",:\\u0123456789eE+-. tfn\u0000\u00e9";

    @Test
    void anyTreeIsReadAsItWasWritten() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            Object tree = tree(random, 5);

            String json = Wire.JSON.generate(tree);
            BayeuxMessage message = Wire.withData(json);

            assertThat(Wire.JSON.parse(json)).isEqualTo(tree);
            assertThat(message.getData()).isEqualTo(tree);
            assertThat(message.getJSON()).isEqualTo("{\"channel\":\"/a\",\"data\":" + json + "}");
            assertThat(Wire.JSON.generate(message.getData())).isEqualTo(json);
        }
    }

    @Test
    void damagedTextIsRefusedOrIsStillLegalJson() {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text =
                    new StringBuilder("[{\"channel\":\"/a\",\"data\":{\"x\":[1,-2.5e3,\"\\u00e9\"],\"y\":null},"
                            + "\"id\":7,\"ext\":{\"t\":true}}]");
            for (int damage = random.nextInt(3); damage >= 0 && !text.isEmpty(); damage--) {
                damage(text, random);
            }
            assertHarmless(text.toString());
        }
    }

    private static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        char piece = PIECES.charAt(random.nextInt(PIECES.length()));
        switch (random.nextInt(4)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.setLength(at);
            case 2 -> text.insert(at, piece);
            default -> text.setCharAt(at, piece);
        }
    }

    private static void assertHarmless(String text) {
        List<BayeuxMessage> messages;
        try {
            messages = Wire.CODEC.parse(text);
        } catch (MalformedMessageException e) {
            assertThat(e.offset()).isBetween(0, text.length());
            return;
        }
        for (BayeuxMessage message : messages) {
            message.freeze();
            assertThat(Wire.JSON.parse(message.getJSON())).as(text).isEqualTo(message);
        }
    }

    private static Object tree(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong() >> random.nextInt(64);
            case 3 -> Double.longBitsToDouble(random.nextLong() & 0xBFEFFFFFFFFFFFFFL);
            case 4 -> TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)];
            case 5 -> String.valueOf((char) random.nextInt(0x10000));
            case 6 -> array(random, depth);
            default -> object(random, depth);
        };
    }

    private static List<Object> array(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            list.add(tree(random, depth - 1));
        }
        return list;
    }

    private static Map<String, Object> object(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            map.put(TEXTS[random.nextInt(TEXTS.length)], tree(random, depth - 1));
        }
        return map;
    }
}
