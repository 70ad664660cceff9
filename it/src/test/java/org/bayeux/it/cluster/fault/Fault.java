package org.bayeux.it.cluster.fault;

import java.time.Duration;
import java.util.Random;

/** What happens to one node, and for how long. */
enum Fault {
    KILL("`kill -9`, started again", Duration.ofSeconds(2), Limits.LATER) {
        @Override
        void begin(FaultCluster cluster, FaultNode victim, Random random) {
            victim.kill();
            victim.visitors().forEach(Visitor::vanish);
            victim.visitors().clear();
        }

        @Override
        void end(FaultCluster cluster, FaultNode victim) {
            victim.startAgain();
        }
    },
    FREEZE_SHORT("frozen for 1 s", Limits.SHORT, Limits.SOON) {
        @Override
        void begin(FaultCluster cluster, FaultNode victim, Random random) {
            victim.freeze();
        }

        @Override
        void end(FaultCluster cluster, FaultNode victim) {
            victim.thaw();
        }
    },
    FREEZE_LONG("frozen for 60 s", Limits.LONG, Limits.LATER) {
        @Override
        void begin(FaultCluster cluster, FaultNode victim, Random random) {
            FREEZE_SHORT.begin(cluster, victim, random);
        }

        @Override
        void end(FaultCluster cluster, FaultNode victim) {
            FREEZE_SHORT.end(cluster, victim);
        }
    },
    CUT_SHORT("cut off for 1 s", Limits.SHORT, Limits.SOON) {
        @Override
        void begin(FaultCluster cluster, FaultNode victim, Random random) {
            cut(cluster, victim, true, true);
        }
    },
    CUT_LONG("cut off for 60 s", Limits.LONG, Limits.LATER) {
        @Override
        void begin(FaultCluster cluster, FaultNode victim, Random random) {
            cut(cluster, victim, true, true);
        }
    },
    HALF_OPEN_SHORT("cut off in one direction for 1 s", Limits.SHORT, Limits.SOON) {
        @Override
        void begin(FaultCluster cluster, FaultNode victim, Random random) {
            cutEither(cluster, victim, random);
        }
    },
    HALF_OPEN_LONG("cut off in one direction for 60 s", Limits.LONG, Limits.LATER) {
        @Override
        void begin(FaultCluster cluster, FaultNode victim, Random random) {
            cutEither(cluster, victim, random);
        }
    };

    private final String label;
    private final Duration duration;
    private final Duration limit;

    Fault(String label, Duration duration, Duration limit) {
        this.label = label;
        this.duration = duration;
        this.limit = limit;
    }

    abstract void begin(FaultCluster cluster, FaultNode victim, Random random);

    void end(FaultCluster cluster, FaultNode victim) {
        cluster.machines().heal();
    }

    String label() {
        return label;
    }

    Duration duration() {
        return duration;
    }

    /** Within this time behind its end, and the start of a server that was killed, all nodes know the same again. */
    Duration limit() {
        return limit;
    }

    /** Whether the nodes must not even notice. */
    boolean isShort() {
        return duration.equals(Limits.SHORT);
    }

    /** Whether the node and the others give each other up, while both live. */
    boolean separates() {
        return duration.equals(Limits.LONG);
    }

    private static void cutEither(FaultCluster cluster, FaultNode victim, Random random) {
        boolean outwards = random.nextBoolean();
        cut(cluster, victim, outwards, !outwards);
    }

    private static void cut(FaultCluster cluster, FaultNode victim, boolean outwards, boolean inwards) {
        for (FaultNode other : cluster.without(victim)) {
            if (outwards) {
                cluster.machines().cut(victim.number(), other.number());
            }
            if (inwards) {
                cluster.machines().cut(other.number(), victim.number());
            }
        }
    }

    private static final class Limits {

        static final Duration SHORT = Duration.ofSeconds(1);
        static final Duration LONG = Duration.ofSeconds(60);
        static final Duration SOON = Duration.ofSeconds(10);
        static final Duration LATER = Duration.ofSeconds(15);
    }
}
