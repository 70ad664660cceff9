package org.bayeux.it.matrix;

import java.util.List;

/**
 * One run of one test.
 *
 * @param scenario the class of the test, without its package
 * @param transport as Bayeux calls it, or {@link #NONE}
 * @param test its name
 * @param outcome how it ended
 * @param reason why it is not applicable; empty otherwise
 */
record Trial(String scenario, String transport, String test, Outcome outcome, String reason) {

    /** In the place of a transport, if no client takes part. */
    static final String NONE = "none";

    enum Outcome {
        PASSED,
        FAILED,
        NOT_APPLICABLE
    }

    String line() {
        return String.join("\t", scenario, transport, test, outcome.name(), reason);
    }

    static Trial ofLine(String line) {
        List<String> fields = List.of(line.split("\t", -1));
        return new Trial(fields.get(0), fields.get(1), fields.get(2), Outcome.valueOf(fields.get(3)), fields.get(4));
    }
}
