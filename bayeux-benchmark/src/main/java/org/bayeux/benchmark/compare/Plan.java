package org.bayeux.benchmark.compare;

import java.time.Duration;
import java.util.List;
import org.bayeux.benchmark.load.Workload;

/**
 * What is compared, and how.
 *
 * @param subjects their labels; the others are set against the first
 * @param rounds how often each has its turn
 * @param rates planned deliveries per second, one after the other
 * @param highest whether the highest rate is searched that each keeps up with, from the first rate upwards
 * @param length how long each turn is measured
 * @param warmUp how long the same load runs before that
 * @param workload all the rest
 */
public record Plan(
        List<String> subjects,
        int rounds,
        List<Double> rates,
        boolean highest,
        Duration length,
        Duration warmUp,
        Workload workload) {

    /** Checks that there is something to do. */
    public Plan {
        subjects = List.copyOf(subjects);
        rates = List.copyOf(rates);
        if (rounds < 1 || rates.isEmpty() || subjects.isEmpty()) {
            throw new IllegalArgumentException("a comparison needs subjects, rates and at least one round");
        }
        if (rates.stream().anyMatch(rate -> rate <= 0) || length.toMillis() <= 0) {
            throw new IllegalArgumentException("rates and seconds must be more than 0");
        }
        if (subjects.stream().distinct().count() < subjects.size()) {
            throw new IllegalArgumentException("a subject is named twice: " + subjects);
        }
    }
}
