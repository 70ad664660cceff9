package org.bayeux.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import org.bayeux.benchmark.figures.Json;
import org.bayeux.benchmark.figures.Outcome;
import org.bayeux.benchmark.figures.Summary;
import org.bayeux.benchmark.load.LoadRun;
import org.bayeux.benchmark.load.Meter;
import org.bayeux.benchmark.load.Progress;
import org.bayeux.benchmark.load.Target;

/** Puts the chosen load on a server, by one process or several, and prints what came of it. */
final class LoadClient {

    private final PrintStream out;
    private final Progress progress;

    LoadClient(PrintStream out, Progress progress) {
        this.out = out;
        this.progress = progress;
    }

    /** Returns whether everybody got each message once. */
    boolean run(Choices choices) throws IOException {
        Outcome outcome = choices.number("processes") > 1 ? ClientProcesses.run(choices) : alone(choices);
        if (choices.flag("report")) {
            out.println(ClientProcesses.MARK + outcome.encoded());
        } else {
            out.println(Summary.of(outcome));
        }
        Main.write(choices.text("json"), Json.of(outcome) + "\n");
        return outcome.complete();
    }

    private Outcome alone(Choices choices) {
        URI endpoint =
                URI.create("http://" + choices.text("server") + ":" + choices.number("port") + choices.text("context"));
        Target target = new Target(endpoint.toString(), endpoint, choices.flag("bare"));
        return LoadRun.run(target, choices.workload(), choices.seconds("warm-up"), Meter.NONE, progress);
    }
}
