package org.bayeux.it.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bayeux.it.matrix.Trial.Outcome;
import org.bayeux.it.server.ServerKind;

/** Trials of several servers, as a table in Markdown. Confined to one thread. */
final class Matrix {

    /** In the build that shall update the documentation. */
    private static final String DOCUMENT = "it.matrix.document";

    private static final String BEGIN = "<!-- begin of the table of the tests -->";
    private static final String END = "<!-- end of the table of the tests -->";

    private final SortedMap<String, List<Trial>> servers = new TreeMap<>();

    private Matrix() {}

    /** Takes what each server's tests have left in the directory. */
    static Matrix ofAllIn(Path directory) throws IOException {
        Matrix matrix = new Matrix();
        for (ServerKind kind : ServerKind.values()) {
            Path results = directory.resolve(kind.label() + ".tsv");
            if (Files.exists(results)) {
                matrix.servers.put(
                        kind.label(),
                        Files.readAllLines(results).stream().map(Trial::ofLine).toList());
            }
        }
        return matrix;
    }

    /** Writes the table to the file, and into the documentation if the build says so. */
    void writeTo(Path file) throws IOException {
        String table = Stream.of(table(), reasons()).flatMap(List::stream).collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(file, table);
        String document = System.getProperty(DOCUMENT, "");
        if (!document.isEmpty()) {
            Path docs = Path.of(document);
            String text = Files.readString(docs);
            Files.writeString(
                    docs,
                    text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + "\n" + table
                            + text.substring(text.indexOf(END)));
        }
    }

    private List<String> table() {
        String columns = String.join(" | ", servers.keySet());
        Stream<String> head =
                Stream.of("| scenario | transport | " + columns + " |", "|---|---|" + "---|".repeat(servers.size()));
        return Stream.concat(head, rows().stream().map(this::row)).toList();
    }

    private SortedSet<List<String>> rows() {
        return servers.values().stream()
                .flatMap(List::stream)
                .map(trial -> List.of(trial.scenario(), trial.transport()))
                .collect(Collectors.toCollection(
                        () -> new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()))));
    }

    private String row(List<String> scenarioAndTransport) {
        return servers.values().stream()
                .map(trials -> cell(trials, scenarioAndTransport))
                .collect(Collectors.joining(" | ", "| " + String.join(" | ", scenarioAndTransport) + " | ", " |"));
    }

    private static String cell(List<Trial> trials, List<String> scenarioAndTransport) {
        Map<Outcome, Long> counts = trials.stream()
                .filter(trial -> scenarioAndTransport.equals(List.of(trial.scenario(), trial.transport())))
                .collect(Collectors.groupingBy(
                        Trial::outcome, () -> new EnumMap<>(Outcome.class), Collectors.counting()));
        return counts.isEmpty()
                ? "not run"
                : counts.entrySet().stream()
                        .map(it -> it.getValue() + " " + words(it.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private static String words(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whatever did not simply pass, with the reason. */
    private List<String> reasons() {
        return servers.entrySet().stream()
                .flatMap(server -> server.getValue().stream()
                        .filter(trial -> trial.outcome() != Outcome.PASSED)
                        .map(trial -> "- %s, %s.%s, %s: %s %s"
                                .formatted(
                                        server.getKey(),
                                        trial.scenario(),
                                        trial.test(),
                                        trial.transport(),
                                        words(trial.outcome()),
                                        trial.reason())
                                .strip()))
                .distinct()
                .collect(Collectors.collectingAndThen(Collectors.toList(), Matrix::afterAnEmptyLine));
    }

    private static List<String> afterAnEmptyLine(List<String> lines) {
        return lines.isEmpty()
                ? lines
                : Stream.concat(Stream.of(""), lines.stream()).toList();
    }
}
