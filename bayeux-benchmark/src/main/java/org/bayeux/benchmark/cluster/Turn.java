package org.bayeux.benchmark.cluster;

import java.time.Duration;
import org.bayeux.benchmark.figures.Outcome;

/**
 * What one cluster did in one of its turns.
 *
 * @param subject the kind of its servers
 * @param setting what it was put under
 * @param round which turn it was, from 0
 * @param outcome what the load client saw
 * @param cpu processor time that all nodes together took meanwhile
 */
record Turn(String subject, Setting setting, int round, Outcome outcome, Duration cpu) {

    double cpuMicrosPerDelivery() {
        return per(outcome.arrived());
    }

    double cpuMicrosPerMessage() {
        return per(outcome.sentMessages());
    }

    /** How many frames clients got for each message: where many share one, a message is cheaper. */
    double framesPerDelivery() {
        return outcome.arrived() == 0 ? 0 : (double) outcome.texts() / outcome.arrived();
    }

    /**
     * What this took more for a message than another one in which fewer have to cross, for each crossing.
     *
     * @return not a number if nothing crosses
     */
    double cpuMicrosPerCrossing(Turn other) {
        double crossings = setting.crossingsPerMessage() - other.setting.crossingsPerMessage();
        return crossings == 0 ? Double.NaN : (cpuMicrosPerMessage() - other.cpuMicrosPerMessage()) / crossings;
    }

    private double per(long count) {
        return count == 0 ? 0 : cpu.toNanos() / 1000.0 / count;
    }
}
