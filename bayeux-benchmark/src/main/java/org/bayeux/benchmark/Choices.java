package org.bayeux.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bayeux.benchmark.load.Purpose;
import org.bayeux.benchmark.load.Transport;
import org.bayeux.benchmark.load.Workload;

/** What was chosen for each parameter. Not thread-safe. */
final class Choices {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Nothing yet, so what is usual. */
    Choices(List<Parameter> parameters) {
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.usual()));
    }

    /**
     * What options say, each {@code --name value} or {@code --name=value}.
     *
     * @throws IllegalArgumentException if one is unknown or has no value
     */
    static Choices of(List<Parameter> parameters, List<String> options) {
        Choices choices = new Choices(parameters);
        List<String> words = options.stream()
                .flatMap(word -> word.startsWith("--") ? Arrays.stream(word.split("=", 2)) : Stream.of(word))
                .toList();
        for (int i = 0; i < words.size(); i += 2) {
            String word = words.get(i);
            if (!word.startsWith("--") || !choices.values.containsKey(word.substring(2))) {
                throw new IllegalArgumentException("unknown option '" + word + "', there are "
                        + choices.values.keySet().stream()
                                .map(name -> "--" + name)
                                .toList());
            }
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(word + " has no value");
            }
            choices.put(word.substring(2), words.get(i + 1));
        }
        return choices;
    }

    /** All of them, by the names of their parameters. */
    Map<String, String> options() {
        return Collections.unmodifiableMap(values);
    }

    void put(String name, String value) {
        values.put(name, value);
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no parameter " + name);
        }
        return value;
    }

    int number(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is '" + text(name) + "', which is no whole number", e);
        }
    }

    boolean flag(String name) {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(name + " is '" + text(name) + "', legal is true or false");
        };
    }

    Transport transport() {
        return switch (text("transport")) {
            case "0", "long-polling" -> Transport.LONG_POLLING;
            case "1", "websocket" -> Transport.WEBSOCKET;
            default ->
                throw new IllegalArgumentException(
                        "transport is '" + text("transport") + "', legal is 0 or long-polling, 1 or websocket");
        };
    }

    /** What clients do, by all the parameters of rooms, run and load. */
    Workload workload() {
        Workload workload = new Workload(
                transport(),
                purpose(),
                text("channel"),
                number("rooms"),
                purpose().needsMembers() ? number("rooms-per-client") : 0,
                flag("ack"),
                number("clients"),
                number("batch-count"),
                number("batch-size"),
                Duration.ofNanos(number("batch-pause") * 1000L),
                number("message-size"),
                flag("randomize"));
        return number("rate") == 0 ? workload : workload.atRate(number("rate"), seconds("seconds"));
    }

    Duration seconds(String name) {
        return Duration.ofSeconds(number(name));
    }

    private Purpose purpose() {
        String name = text("purpose");
        return Arrays.stream(Purpose.values())
                .filter(purpose -> label(purpose).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("purpose is '" + name + "', legal is one of "
                        + Arrays.stream(Purpose.values()).map(Choices::label).toList()));
    }

    private static String label(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
