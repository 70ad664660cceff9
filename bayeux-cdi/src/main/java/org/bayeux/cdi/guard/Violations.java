package org.bayeux.cdi.guard;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bayeux.server.service.CallRefusedException;

/** Makes violated constraints on the parameters of a method an error that names the fields. Loaded where there is one. */
final class Violations {

    private static final int BEFORE_FIELDS = 2;

    private Violations() {}

    /** The refusal, if the sender of the payload is to blame; else the failure. */
    static Throwable refusal(Throwable failure, Method called) {
        if (!(failure instanceof ConstraintViolationException violated) || !isOfParametersOf(violated, called)) {
            return failure;
        }
        List<Violation> violations = violated.getConstraintViolations().stream()
                .map(Violation::of)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
        String fields = violations.stream()
                .map(Violation::field)
                .distinct()
                // A colon would end the argument of the error.
                .map(it -> it.replace(':', ' '))
                .collect(Collectors.joining(","));
        List<Map<String, String>> told =
                violations.stream().map(Violation::asMap).toList();
        return new CallRefusedException("400:" + fields + ":data_invalid", Map.of("violations", told), failure);
    }

    private static boolean isOfParametersOf(ConstraintViolationException violated, Method called) {
        return violated.getConstraintViolations() != null
                && !violated.getConstraintViolations().isEmpty()
                && violated.getConstraintViolations().stream().allMatch(it -> {
                    List<Path.Node> nodes = nodes(it);
                    return nodes.size() >= BEFORE_FIELDS
                            && nodes.get(0).getKind() == ElementKind.METHOD
                            && called.getName().equals(nodes.get(0).getName())
                            && nodes.get(1).getKind() == ElementKind.PARAMETER;
                });
    }

    private static List<Path.Node> nodes(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        return nodes;
    }

    /**
     * One of them.
     *
     * @param field below the parameter, {@code lines[0].text}; the parameter itself if that is at fault
     */
    private record Violation(String field, String message) {

        static Violation of(ConstraintViolation<?> violation) {
            List<Path.Node> nodes = nodes(violation);
            List<Path.Node> fields = nodes.size() == BEFORE_FIELDS
                    ? nodes.subList(1, BEFORE_FIELDS)
                    : nodes.subList(BEFORE_FIELDS, nodes.size());
            return new Violation(
                    fields.stream().map(Object::toString).collect(Collectors.joining(".")), violation.getMessage());
        }

        Map<String, String> asMap() {
            return Map.of("field", field, "message", message);
        }
    }
}
