package org.bayeux.it.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bayeux.it.matrix.Trial.Outcome;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.ServerKind;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Notes how the tests on a server end; afterwards writes that down and makes the table of all servers that have been
 * tested. Thread-safe; JUnit finds it by itself.
 */
public final class Trials implements TestExecutionListener {

    private static final Path DIRECTORY = Path.of("target", "matrix");

    private final Queue<Trial> trials = new ConcurrentLinkedQueue<>();
    private final Map<String, String> transports = new ConcurrentHashMap<>();

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String transport = entry.getKeyValuePairs().get(ConnectorReport.KEY);
        if (transport != null) {
            transports.put(test.getUniqueId(), transport);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(test, Outcome.NOT_APPLICABLE, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL:
                if (test.isTest()) {
                    note(test, Outcome.PASSED, "");
                }
                break;
            case ABORTED:
                note(
                        test,
                        Outcome.NOT_APPLICABLE,
                        result.getThrowable().map(Throwable::getMessage).orElse(""));
                break;
            case FAILED:
                note(test, Outcome.FAILED, "");
                break;
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (trials.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(DIRECTORY);
            Path results = DIRECTORY.resolve(ServerKind.chosen().label() + ".tsv");
            Files.write(
                    results,
                    Stream.concat(others(results), trials.stream())
                            .map(Trial::line)
                            .toList());
            Matrix.ofAllIn(DIRECTORY).writeTo(DIRECTORY.resolve("servers.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was noted of scenarios that did not run now: a run of a few tests corrects only what it has tried. */
    private Stream<Trial> others(Path results) throws IOException {
        Set<String> again = trials.stream().map(Trial::scenario).collect(Collectors.toSet());
        return Files.exists(results)
                ? Files.readAllLines(results).stream().map(Trial::ofLine).filter(it -> !again.contains(it.scenario()))
                : Stream.empty();
    }

    private void note(TestIdentifier test, Outcome outcome, String reason) {
        Class<?> type = typeOf(test).orElse(Object.class);
        if (type.isAnnotationPresent(OnServer.class)) {
            String name = test.getSource()
                    .map(source -> source instanceof MethodSource method ? method.getMethodName() : "")
                    .orElse("");
            String oneLine = String.valueOf(reason).replaceAll("\\s+", " ");
            transportsOf(test, type)
                    .forEach(it -> trials.add(new Trial(type.getSimpleName(), it, name, outcome, oneLine)));
        }
    }

    private Stream<String> transportsOf(TestIdentifier test, Class<?> type) {
        String told = transports.get(test.getUniqueId());
        if (told != null) {
            return Stream.of(told);
        }
        Optional<AnnotatedElement> method = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod());
        return Stream.of(method, Optional.<AnnotatedElement>of(type))
                .flatMap(Optional::stream)
                .map(it -> it.getAnnotation(Over.class))
                .filter(over -> over != null)
                .findFirst()
                .map(over -> Arrays.stream(over.value()).map(Transport::label))
                .orElseGet(() -> Stream.of(Trial.NONE));
    }

    private static Optional<Class<?>> typeOf(TestIdentifier test) {
        return test.getSource().map(source -> {
            if (source instanceof MethodSource method) {
                return method.getJavaClass();
            }
            return source instanceof ClassSource type ? type.getJavaClass() : null;
        });
    }
}
