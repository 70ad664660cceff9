package org.bayeux.benchmark.load;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.bayeux.benchmark.figures.Latencies;
import org.bayeux.benchmark.figures.Outcome;
import org.bayeux.server.spi.Ticker;

/**
 * Connects clients to a server, lets them warm it up, and measures.
 *
 * <p>Sending is open-loop: each batch has its planned time, from which the latency of its messages counts. A server, or a load
 * client, that falls behind does not get fewer messages nor better figures. Confined to one thread.
 */
public final class LoadRun {

    private static final Duration TO_GATHER = Duration.ofMinutes(2);
    private static final Duration TO_LEAVE = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final long MILLISECOND = 1_000_000;
    private static final Duration TURN = Duration.ofMillis(100);

    private final Crowd crowd;
    private final Workload workload;
    private final Arrivals arrivals;
    private final Schedule schedule;
    private final Progress progress;

    private LoadRun(Crowd crowd, Workload workload, Schedule schedule, Arrivals arrivals, Progress progress) {
        this.crowd = crowd;
        this.workload = workload;
        this.arrivals = arrivals;
        this.schedule = schedule;
        this.progress = progress;
    }

    /**
     * Runs it to the end.
     *
     * @param warmUp how long the same is sent before anything is measured
     * @throws IllegalStateException if clients cannot connect, or the server closes a connection
     */
    public static Outcome run(Target target, Workload workload, Duration warmUp, Meter meter, Progress progress) {
        return run(target, workload, new RandomSeating(workload), warmUp, meter, progress);
    }

    /**
     * The same on a cluster, with as many clients at each node; who sends is in the room.
     *
     * @param widePercent how many of a hundred rooms have members on all nodes; the others have all on one
     * @throws IllegalArgumentException if clients and members cannot be spread evenly
     */
    public static Outcome runSpread(
            Target target, Workload workload, int widePercent, Duration warmUp, Meter meter, Progress progress) {
        Seating seating = new SpreadSeating(workload, target.endpoints().size(), widePercent);
        return run(target, workload, seating, warmUp, meter, progress);
    }

    /**
     * Looks whether {@link #runSpread} could seat clients like that.
     *
     * @throws IllegalArgumentException if not
     */
    public static void checkSpread(Workload workload, int nodes, int widePercent) {
        SpreadSeating unused = new SpreadSeating(workload, nodes, widePercent);
    }

    private static Outcome run(
            Target target, Workload workload, Seating seating, Duration warmUp, Meter meter, Progress progress) {
        Arrivals arrivals = new Arrivals();
        try (Crowd crowd = new Crowd(target, workload, seating, arrivals, Ticker.system())) {
            LoadRun run = new LoadRun(crowd, workload, seating.schedule(), arrivals, progress);
            crowd.gather(TO_GATHER, progress);
            run.warmUp(warmUp);
            Outcome outcome = run.measure(meter);
            crowd.leave(TO_LEAVE);
            return outcome;
        }
    }

    private void warmUp(Duration length) {
        if (workload.purpose() == Purpose.IDLE || length.isZero()) {
            return;
        }
        long pause = Math.max(1, workload.pause().toNanos());
        send(Math.max(1, length.toNanos() / pause), crowd.now(), Latencies.none());
        settle();
    }

    private Outcome measure(Meter meter) {
        Latencies lateness = Latencies.none();
        long batches = workload.purpose() == Purpose.IDLE ? 0 : workload.batchCount();
        long expected = crowd.expected();
        Traffic traffic = crowd.traffic();
        meter.begin();
        long cpu = cpu();
        long start = crowd.now();
        arrivals.measureFrom(start);
        send(batches, start, lateness);
        long sent = crowd.now();
        settle();
        Duration clientCpu = Duration.ofNanos(cpu() - cpu);
        meter.end();
        traffic = crowd.traffic().since(traffic);
        return new Outcome(
                batches * workload.batchSize(),
                batches,
                traffic.sent(),
                Duration.ofNanos(sent - start),
                crowd.expected() - expected,
                arrivals.latencies().count(),
                crowd.wronged(),
                crowd.refused(),
                arrivals.texts(),
                traffic.received(),
                Duration.ofNanos(arrivals.last() - start),
                arrivals.latencies(),
                lateness,
                clientCpu);
    }

    /** Each batch at its time, or at once if that has passed. */
    private void send(long batches, long start, Latencies lateness) {
        for (long i = 0; i < batches; i++) {
            long planned = start + i * workload.pause().toNanos();
            for (long now; (now = crowd.now()) - planned < 0; ) {
                // Less than a millisecond is a millisecond for the selector; that is part of the lateness.
                crowd.turn(Duration.ofNanos(Math.max(MILLISECOND, planned - now)));
            }
            crowd.turn(Duration.ZERO);
            lateness.addNanos(crowd.now() - planned);
            crowd.publish(schedule.next(planned), workload.purpose().toSenderOnly());
            progress.tell("Sent batches %,d/%,d".formatted(i + 1, batches));
        }
    }

    /** Waits until everything has arrived, or nothing does any more; and then whether something comes too often. */
    private void settle() {
        long expected = crowd.expected();
        long before = -1;
        long quietSince = crowd.now();
        while (arrivals.messages() < expected && crowd.now() - quietSince < QUIET.toNanos()) {
            if (arrivals.messages() != before) {
                before = arrivals.messages();
                quietSince = crowd.now();
            }
            crowd.turn(TURN);
            progress.tell("Waiting for messages to arrive %,d/%,d".formatted(arrivals.messages(), expected));
        }
        for (long end = crowd.now() + TURN.toNanos(); crowd.now() - end < 0; ) {
            crowd.turn(TURN);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
