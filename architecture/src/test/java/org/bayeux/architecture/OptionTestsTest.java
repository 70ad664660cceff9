package org.bayeux.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bayeux.server.config.ServerConfig;
import org.junit.jupiter.api.Test;

/** Every option has a test that shows what it changes; the test says so by a tag. */
class OptionTestsTest {

    private static final Pattern TAG = Pattern.compile("@Tag\\(\"option:([^\"]+)\"\\)");

    /** Without effect by design; the reference of the options says so. */
    private static final List<String> WITHOUT_EFFECT = List.of("transports", "ws.bufferSize");

    @Test
    void everyOptionHasATestThatNamesIt() {
        Set<String> tested = tested();
        Set<String> untested = new TreeSet<>(ServerConfig.names());
        WITHOUT_EFFECT.forEach(untested::remove);
        untested.removeIf(
                name -> tested.contains(name) || tested.contains(ConfigurationDocsTest.withoutTransport(name)));

        assertThat(untested).isEmpty();
    }

    @Test
    void noTestNamesAnOptionThatDoesNotExist() {
        Set<String> unknown = tested();
        unknown.removeAll(ServerConfig.names());
        unknown.removeIf(name -> name.startsWith("ws.enableExtension."));

        assertThat(unknown).isEmpty();
    }

    private static Set<String> tested() {
        return Workspace.testSources().stream()
                .flatMap(source -> TAG.matcher(Workspace.read(source)).results())
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
