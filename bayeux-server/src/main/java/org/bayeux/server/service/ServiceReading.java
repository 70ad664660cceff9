package org.bayeux.server.service;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What came out of reading a service class: its definition, and everything that is wrong with it.
 *
 * <p>Immutable.
 *
 * @param definition leaves out the members that have problems
 * @param problems empty if the definition may be used
 */
public record ServiceReading(ServiceDefinition definition, List<ServiceProblem> problems) {

    /** Copies the list. */
    public ServiceReading {
        problems = List.copyOf(problems);
    }

    /**
     * The definition if it may be used.
     *
     * @throws IllegalArgumentException naming all problems if there are any
     */
    public ServiceDefinition definitionOrThrow() {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.stream()
                    .map(ServiceProblem::toString)
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        return definition;
    }
}
