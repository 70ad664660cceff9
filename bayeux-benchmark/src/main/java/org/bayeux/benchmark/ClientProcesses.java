package org.bayeux.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.benchmark.figures.Outcome;

/**
 * Several load clients at once, each in a process of its own.
 *
 * <p>A client times what it has sent itself, so each has its own root channel (manual, 11.2.3); what they measured is added up.
 */
final class ClientProcesses {

    /** Starts the line with which a process hands over its outcome. */
    static final String MARK = "outcome: ";

    private ClientProcesses() {}

    /** Each with the whole number of clients and batches. */
    static Outcome run(Choices choices) throws IOException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < choices.number("processes"); i++) {
            processes.add(new ProcessBuilder(command(choices, i))
                    .redirectError(Redirect.INHERIT)
                    .start());
        }
        Outcome sum = null;
        for (Process process : processes) {
            Outcome outcome = outcome(process);
            sum = sum == null ? outcome : sum.plus(outcome);
        }
        if (sum == null) {
            throw new IllegalArgumentException("processes must be more than 0");
        }
        return sum;
    }

    private static List<String> command(Choices choices, int process) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "load"));
        choices.options().forEach((name, value) -> {
            words.add("--" + name);
            words.add(
                    switch (name) {
                        case "processes" -> "1";
                        case "report" -> "true";
                        case "ask" -> "false";
                        case "json" -> "";
                        case "channel" -> value + "/" + process;
                        default -> value;
                    });
        });
        return words;
    }

    private static Outcome outcome(Process process) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> line.startsWith(MARK))
                    .map(line -> Outcome.decoded(line.substring(MARK.length())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("a client process failed"));
        }
    }
}
