package org.bayeux.server.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Takes typed values out of text options and collects what is wrong with them. Confined to one reading. */
final class OptionReader {

    /** Names that a container or an adapter reads itself, so that they are known here. */
    private static final Set<String> READ_ELSEWHERE = Set.of("path", "jsonContext", "transports");

    private static final Set<String> SECRETS = Set.of("oort.secret");

    private static final String WEBSOCKET_EXTENSION = "ws.enableExtension.";

    private final Map<String, String> options;
    private final List<String> prefixes;
    private final Set<String> known;
    private final Set<String> problems;

    OptionReader(Map<String, String> options) {
        this(options, List.of(), new HashSet<>(READ_ELSEWHERE), new LinkedHashSet<>());
    }

    private OptionReader(Map<String, String> options, List<String> prefixes, Set<String> known, Set<String> problems) {
        this.options = options;
        this.prefixes = prefixes;
        this.known = known;
        this.problems = problems;
    }

    /** Reads the same options, where a name behind one of these prefixes, later ones first, wins over the bare name. */
    OptionReader under(List<String> prefixes) {
        return new OptionReader(options, prefixes, known, problems);
    }

    boolean flag(String name, boolean standard) {
        return optionalFlag(name).orElse(standard);
    }

    Optional<Boolean> optionalFlag(String name) {
        return read(name, "true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    int number(String name, int standard, int least) {
        return read(name, "a whole number of at least " + least, text -> atLeast(least, Integer.parseInt(text)))
                .orElse(standard);
    }

    long longNumber(String name, long standard, long least) {
        return read(name, "a whole number of at least " + least, text -> atLeast(least, Long.parseLong(text)))
                .orElse(standard);
    }

    int numberWithin(String name, int standard, int least, int most) {
        return read(
                        name,
                        "a whole number from " + least + " to " + most,
                        text -> atMost(most, atLeast(least, Integer.parseInt(text))))
                .orElse(standard);
    }

    Optional<Integer> optionalNumber(String name) {
        return read(name, "a whole number of at least 1", text -> atLeast(1, Integer.parseInt(text)));
    }

    Duration millis(String name, long standard) {
        return read(name, "milliseconds, 0 or more", text -> Duration.ofMillis(atLeast(0L, Long.parseLong(text))))
                .orElse(Duration.ofMillis(standard));
    }

    Duration positiveMillis(String name, long standard) {
        return read(name, "milliseconds, 1 or more", text -> Duration.ofMillis(atLeast(1L, Long.parseLong(text))))
                .orElse(Duration.ofMillis(standard));
    }

    /** Empty where the option is absent or not positive, which means no limit. */
    Optional<Duration> optionalMillis(String name) {
        return read(name, "milliseconds, or -1 for no limit", text -> atLeast(-1L, Long.parseLong(text)))
                .filter(value -> value > 0)
                .map(Duration::ofMillis);
    }

    String text(String name, String standard, String legal) {
        return optionalText(name, legal).orElse(standard);
    }

    Optional<String> optionalText(String name, String legal) {
        Pattern pattern = Pattern.compile(legal);
        return read(name, "text that matches " + legal, text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    /** What {@code parse} makes of the text, which throws {@link IllegalArgumentException} for what is illegal. */
    <T> Optional<T> value(String name, String legal, Function<String, T> parse) {
        return read(name, legal, parse);
    }

    /** A comma-separated choice out of {@code all}, in the given order. */
    List<String> names(String name, List<String> all) {
        return read(name, "a comma-separated list out of " + String.join(", ", all), text -> {
                    List<String> chosen = new ArrayList<>();
                    for (String part : text.split(",", -1)) {
                        if (!all.contains(part.strip())) {
                            throw new IllegalArgumentException(part);
                        }
                        chosen.add(part.strip());
                    }
                    return List.copyOf(chosen);
                })
                .orElse(all);
    }

    /** Notes that options which are legal alone are not together. */
    void contradiction(String problem) {
        problems.add(problem);
    }

    /** The names that were asked for. */
    Set<String> known() {
        return Set.copyOf(known);
    }

    /**
     * Says what was wrong.
     *
     * @throws IllegalConfigException if anything was
     */
    void finish() {
        for (String name : options.keySet()) {
            if (name.startsWith(WEBSOCKET_EXTENSION) && name.length() > WEBSOCKET_EXTENSION.length()) {
                optionalFlag(name);
            } else if (!known.contains(name)) {
                problems.add("unknown option '" + name + "', did you mean '" + nearest(name) + "'?");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalConfigException(List.copyOf(problems));
        }
    }

    private <T> Optional<T> read(String name, String legal, Function<String, T> parse) {
        String key = keyOf(name);
        String value = options.get(key);
        if (value == null) {
            return Optional.empty();
        }
        try {
            if (value.isBlank()) {
                throw new IllegalArgumentException("nothing");
            }
            return Optional.of(parse.apply(value.strip()));
        } catch (IllegalArgumentException e) {
            String shown = SECRETS.contains(name) ? "that is not shown" : "'" + value + "'";
            problems.add("option '" + key + "' has the value " + shown + ", legal is " + legal);
            return Optional.empty();
        }
    }

    private String keyOf(String name) {
        String key = name;
        known.add(name);
        for (String prefix : prefixes) {
            String prefixed = prefix + '.' + name;
            known.add(prefixed);
            if (options.containsKey(prefixed)) {
                key = prefixed;
            }
        }
        return key;
    }

    private String nearest(String name) {
        return known.stream()
                .min(Comparator.<String>comparingInt(other -> EditDistance.between(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static int atMost(int most, int value) {
        if (value > most) {
            throw new IllegalArgumentException(String.valueOf(value));
        }
        return value;
    }

    private static <T extends Comparable<T>> T atLeast(T least, T value) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException(String.valueOf(value));
        }
        return value;
    }
}
