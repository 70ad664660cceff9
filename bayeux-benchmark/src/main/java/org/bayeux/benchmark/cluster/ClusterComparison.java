package org.bayeux.benchmark.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bayeux.benchmark.figures.Outcome;
import org.bayeux.benchmark.load.LoadRun;
import org.bayeux.benchmark.load.Meter;
import org.bayeux.benchmark.load.Progress;
import org.bayeux.benchmark.load.Target;
import org.bayeux.benchmark.load.Workload;
import org.bayeux.benchmark.server.Installation;
import org.bayeux.benchmark.server.RunningCluster;
import org.bayeux.benchmark.server.ServerKind;

/**
 * Puts the same load on clusters of several kinds in turns, first on those of the first size, then on those of the next.
 *
 * <p>All clusters of a size run at the same time; only the one whose turn it is has clients. Confined to one thread.
 */
public final class ClusterComparison {

    private static final int MEETING_TRIALS = 20;
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final ClusterPlan plan;
    private final Installation installation;
    private final Progress news;
    private final Progress progress;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Idling> idling = new ArrayList<>();
    private int runs;

    private ClusterComparison(ClusterPlan plan, Installation installation, Progress news, Progress progress) {
        this.plan = plan;
        this.installation = installation;
        this.news = news;
        this.progress = progress;
    }

    /**
     * Runs it to the end.
     *
     * @param news told of each turn when it has ended
     * @param progress told of every step within a turn
     * @throws IllegalArgumentException if rooms and clients cannot be spread evenly
     * @throws IllegalStateException if a node does not start, does not meet the others or loses a client
     */
    public static ClusterResults run(ClusterPlan plan, Installation installation, Progress news, Progress progress) {
        for (int size : plan.sizes()) {
            plan.settings(size).forEach(it -> LoadRun.checkSpread(plan.workload(), size, it.widePercent()));
        }
        ClusterComparison comparison = new ClusterComparison(plan, installation, news, progress);
        plan.sizes().forEach(comparison::measure);
        return new ClusterResults(plan, comparison.turns, comparison.idling);
    }

    private void measure(int size) {
        List<RunningCluster> clusters = new ArrayList<>();
        try {
            for (ServerKind subject : plan.subjects()) {
                news.tell("Starting " + size + " of " + subject.label());
                RunningCluster cluster = RunningCluster.start(subject, size, channels(), installation);
                clusters.add(cluster);
                meet(cluster);
                warmUp(cluster);
            }
            for (int round = 0; round < plan.rounds(); round++) {
                round(round, clusters);
            }
            clusters.forEach(this::idle);
        } finally {
            clusters.forEach(RunningCluster::close);
        }
    }

    /** Backwards every other time, so that no setting always comes first. */
    private void round(int round, List<RunningCluster> clusters) {
        List<Setting> settings = new ArrayList<>(plan.settings(clusters.get(0).size()));
        if (round % 2 == 1) {
            Collections.reverse(settings);
        }
        for (Setting setting : settings) {
            for (RunningCluster cluster : clusters) {
                CpuMeter meter = new CpuMeter(cluster);
                Outcome outcome = load(cluster, setting, plan.warmUp(), plan.length(), meter);
                Turn turn = new Turn(cluster.kind().label(), setting, round, outcome, meter.cpu());
                turns.add(turn);
                news.tell(ClusterTable.line(turn));
            }
        }
    }

    /** Lets one client of each node say something to all, until all hear all. */
    private void meet(RunningCluster cluster) {
        int size = cluster.size();
        Workload workload = plan.workload().amongFew(size).atRate(100.0 * size, Duration.ofSeconds(1));
        for (int i = 0; i < MEETING_TRIALS; i++) {
            if (LoadRun.runSpread(target(cluster), fresh(workload), 100, Duration.ZERO, Meter.NONE, progress)
                    .complete()) {
                return;
            }
        }
        throw new IllegalStateException("the nodes of " + cluster.kind().label() + " did not meet");
    }

    /** Each node compiles its code by its share of the load alone, so it takes longer the more nodes there are. */
    private void warmUp(RunningCluster cluster) {
        List<Setting> settings = plan.settings(cluster.size());
        Setting last = settings.get(settings.size() - 1);
        load(cluster, last, plan.warmUp().multipliedBy(3L * cluster.size()), Duration.ofSeconds(1), Meter.NONE);
    }

    private Outcome load(RunningCluster cluster, Setting setting, Duration warmUp, Duration length, Meter meter) {
        Workload workload = fresh(plan.workload()).atRate(setting.rate(), length);
        return LoadRun.runSpread(target(cluster), workload, setting.widePercent(), warmUp, meter, progress);
    }

    private void idle(RunningCluster cluster) {
        Duration before = cluster.cpu();
        cluster.watch(IDLE);
        double millis = cluster.cpu().minus(before).toMillis();
        idling.add(new Idling(cluster.kind().label(), cluster.size(), millis / IDLE.toSeconds() / cluster.size()));
    }

    /** Each time other channels: clients that a server has not missed yet must not get anything. */
    private Workload fresh(Workload workload) {
        return workload.in(plan.workload().channel() + "/" + runs++);
    }

    private String channels() {
        return plan.workload().channel() + "/**";
    }

    private static Target target(RunningCluster cluster) {
        return new Target(cluster.kind().label(), cluster.endpoints(), false);
    }
}
