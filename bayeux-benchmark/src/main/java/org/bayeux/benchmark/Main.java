package org.bayeux.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bayeux.benchmark.cluster.ClusterComparison;
import org.bayeux.benchmark.cluster.ClusterPlan;
import org.bayeux.benchmark.cluster.ClusterResults;
import org.bayeux.benchmark.compare.Comparison;
import org.bayeux.benchmark.compare.Plan;
import org.bayeux.benchmark.compare.Results;
import org.bayeux.benchmark.load.Progress;
import org.bayeux.benchmark.server.Installation;
import org.bayeux.benchmark.server.RunningServer;
import org.bayeux.benchmark.server.ServerKind;
import org.bayeux.server.spi.Ticker;

/** The tool on the command line: a server to put load on, the load client, and comparisons. See docs/performance.md. */
public final class Main {

    private static final String USAGE = """
            bench server KIND            runs a server until Ctrl-C: payara-micro, wildfly, open-liberty, cometd,
                                         cometd-all-queued, cometd-small-headers, cometd-oort or
                                         cometd-oort-all-queued
            bench load [--NAME VALUE]    puts load on a server; without options it asks
            bench compare [--NAME VALUE] starts servers and puts the same load on them in turns
            bench cluster [--NAME VALUE] the same with clusters of several servers
            """;

    private static final List<List<Parameter>> OF_COMPARISONS = List.of(
            Parameter.OF_SERVER, Parameter.OF_ROOMS, Parameter.OF_RUN, Parameter.OF_LOAD, Parameter.OF_COMPARISON);

    private final PrintStream out;
    private final Progress progress;

    private Main(PrintStream out) {
        this.out = out;
        this.progress = new ConsoleProgress(out, Ticker.system());
    }

    /** Ends with status 1 if something failed or messages are missing, and 2 if it was not understood. */
    public static void main(String[] words) throws Exception {
        Main main = new Main(System.out);
        int status;
        try {
            status = main.run(Arrays.asList(words));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            status = 2;
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private int run(List<String> words) throws IOException, InterruptedException {
        if (words.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "server" -> server(rest);
            case "load" -> load(rest);
            case "compare" -> compare(rest);
            case "cluster" -> cluster(rest);
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private int server(List<String> words) throws IOException, InterruptedException {
        ServerKind kind = ServerKind.of(words.isEmpty() ? "" : words.get(0));
        Choices choices = Choices.of(Parameter.OF_COMPARISON, words.subList(1, words.size()));
        try (RunningServer server = RunningServer.start(kind, kind.label(), installation(choices))) {
            out.println(kind.label() + " is at " + server.bayeux() + ", end it with Ctrl-C");
            server.await();
        }
        return 0;
    }

    private int load(List<String> options) throws IOException {
        List<Parameter> parameters =
                Parameter.of(List.of(Parameter.OF_SERVER, Parameter.OF_ROOMS, Parameter.OF_RUN, Parameter.OF_LOAD));
        Choices choices = Choices.of(parameters, options);
        LoadClient client = new LoadClient(out, progress);
        if (!options.isEmpty() && !choices.flag("ask")) {
            return client.run(choices) ? 0 : 1;
        }
        Questionnaire questions =
                new Questionnaire(new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())), out);
        boolean complete = questions.ask(Parameter.of(List.of(Parameter.OF_SERVER, Parameter.OF_ROOMS)), choices);
        while (complete && questions.ask(Parameter.OF_RUN, choices)) {
            complete = client.run(choices);
        }
        return complete ? 0 : 1;
    }

    private int compare(List<String> options) throws IOException {
        Choices choices = Choices.of(Parameter.of(OF_COMPARISONS), options);
        Plan plan = new Plan(
                list(choices, "subjects"),
                choices.number("rounds"),
                list(choices, "rates").stream().map(Double::parseDouble).toList(),
                choices.flag("highest"),
                choices.seconds("seconds"),
                choices.seconds("warm-up"),
                choices.workload());
        Results results = Comparison.run(plan, installation(choices), out::println, progress);
        out.println(results.table());
        write(choices.text("json"), results.json());
        write(choices.text("html"), results.page());
        return results.complete() ? 0 : 1;
    }

    private int cluster(List<String> options) throws IOException {
        List<Parameter> parameters = Parameter.of(List.of(Parameter.of(OF_COMPARISONS), Parameter.OF_CLUSTERS));
        Choices choices = Choices.of(parameters, options);
        ClusterPlan plan = new ClusterPlan(
                list(choices, "subjects").stream().map(ServerKind::of).toList(),
                list(choices, "nodes").stream().map(Integer::parseInt).toList(),
                list(choices, "shares").stream().map(Integer::parseInt).toList(),
                list(choices, "rates").stream().map(Double::parseDouble).toList(),
                choices.number("rounds"),
                choices.seconds("seconds"),
                choices.seconds("warm-up"),
                choices.workload());
        ClusterResults results = ClusterComparison.run(plan, installation(choices), out::println, progress);
        out.println(results.table());
        write(choices.text("json"), results.json());
        return results.complete() ? 0 : 1;
    }

    private static Installation installation(Choices choices) throws IOException {
        Path work = Files.createDirectories(Path.of(choices.text("work")));
        return new Installation(
                Path.of(choices.text("servers")), Path.of(choices.text("oort")), work, choices.text("heap"));
    }

    static void write(String file, String text) throws IOException {
        if (!file.isEmpty()) {
            Files.writeString(Path.of(file), text);
        }
    }

    private static List<String> list(Choices choices, String name) {
        return List.of(choices.text(name).split(","));
    }
}
