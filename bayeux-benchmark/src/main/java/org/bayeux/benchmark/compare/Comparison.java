package org.bayeux.benchmark.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.benchmark.figures.Outcome;
import org.bayeux.benchmark.load.LoadRun;
import org.bayeux.benchmark.load.Progress;
import org.bayeux.benchmark.load.Purpose;
import org.bayeux.benchmark.load.Workload;
import org.bayeux.benchmark.server.Installation;

/**
 * Puts the same load on several servers in turns: A B C A B C, so that what changes on the machine meanwhile hits all alike.
 *
 * <p>All servers run from the beginning, each in its own process; only the one whose turn it is has clients. Confined to one
 * thread.
 */
public final class Comparison implements AutoCloseable {

    private static final double STEP = 1.25;

    private final Plan plan;
    private final Progress news;
    private final Progress progress;
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Measurement> measurements = new ArrayList<>();
    private int runs;

    private Comparison(Plan plan, Progress news, Progress progress) {
        this.plan = plan;
        this.news = news;
        this.progress = progress;
    }

    /**
     * Runs it to the end.
     *
     * @param news told of each turn when it has ended
     * @param progress told of every step within a turn
     * @throws IllegalArgumentException if there is no such subject
     * @throws IllegalStateException if a server does not start or loses a client
     */
    public static Results run(Plan plan, Installation installation, Progress news, Progress progress) {
        plan.subjects().forEach(Subject::kind);
        try (Comparison comparison = new Comparison(plan, news, progress)) {
            comparison.start(installation);
            for (int round = 0; round < plan.rounds(); round++) {
                comparison.round(round);
            }
            return new Results(plan, comparison.measurements);
        }
    }

    @Override
    public void close() {
        subjects.forEach(Subject::close);
    }

    private void start(Installation installation) {
        for (String label : plan.subjects()) {
            news.tell("Starting " + label);
            subjects.add(Subject.start(label, installation));
        }
    }

    private void round(int round) {
        for (double rate : plan.rates()) {
            for (Subject subject : subjects) {
                measurements.add(plan.highest() ? highest(subject, rate, round) : measure(subject, rate, round));
            }
        }
    }

    /** The last turn before the first in which it does not keep up, or that one if it never did. */
    private Measurement highest(Subject subject, double from, int round) {
        Measurement best = measure(subject, from, round);
        Measurement next = best;
        while (next.keepsUp()) {
            best = next;
            next = measure(subject, next.rate() * STEP, round);
        }
        return best;
    }

    private Measurement measure(Subject subject, double rate, int round) {
        // Each time other channels: clients that the server has not missed yet must not get anything.
        Workload workload = plan.workload().in(plan.workload().channel() + "/" + runs++);
        boolean idle = workload.purpose() == Purpose.IDLE;
        ServerMeter meter = new ServerMeter(subject.server().figures(), idle);
        Outcome outcome = LoadRun.run(
                subject.target(workload.transport()),
                idle ? workload : workload.atRate(rate, plan.length()),
                warmUp(round),
                meter,
                progress);
        Measurement measured = new Measurement(
                subject.label(), rate, round, outcome, meter.cpu(), meter.heap(), meter.engineHeap(), meter.threads());
        news.tell(Table.line(measured));
        return measured;
    }

    /** Longer in the first round, when the servers' code is not compiled yet. */
    private Duration warmUp(int round) {
        return round == 0 ? plan.warmUp().multipliedBy(3) : plan.warmUp();
    }
}
