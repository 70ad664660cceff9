package org.bayeux.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every source file keeps to, and what no compiler checks. */
class SourceRulesTest {
    private static final int LONGEST_FILE = 500;
    private static final int LONGEST_PACKAGE_COMMENT = 10;

    private static final Pattern LEFT_UNDONE = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern WAITS_FOR_TIME =
            Pattern.compile("\\bThread\\s*\\.\\s*sleep\\s*\\(|\\bTimeUnit\\s*\\.\\s*\\w+\\s*\\.\\s*sleep\\s*\\(");
    private static final Pattern MOCKS = Pattern.compile("import (static )?(org\\.mockito|org\\.easymock)\\.");
    private static final Pattern AUTHOR = Pattern.compile("\\*\\s*@author\\b");

    @Test
    void noFileIsLongerThanItsLimit() {
        assertThat(all().filter(file -> lines(file) > LONGEST_FILE).map(Workspace::shown))
                .isEmpty();
    }

    @Test
    void nothingIsLeftUndone() {
        assertThat(files(all(), LEFT_UNDONE)).isEmpty();
    }

    @Test
    void testsWaitForEventsNeverForTime() {
        assertThat(files(Workspace.testSources().stream(), WAITS_FOR_TIME)).isEmpty();
    }

    @Test
    void testsUseNoMocks() {
        assertThat(files(Workspace.testSources().stream(), MOCKS)).isEmpty();
    }

    @Test
    void historyNamesTheAuthorsNotTheFiles() {
        assertThat(files(all(), AUTHOR)).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        List<Path> packages = Workspace.mainSources().stream()
                .map(Path::getParent)
                .distinct()
                .map(directory -> directory.resolve("package-info.java"))
                .toList();

        assertThat(packages.stream().filter(Predicate.not(SourceRulesTest::introducesItsPackage)))
                .isEmpty();
    }

    private static boolean introducesItsPackage(Path packageInfo) {
        if (Files.notExists(packageInfo)) {
            return false;
        }
        String text = Workspace.read(packageInfo);
        String comment = text.substring(0, Math.max(0, text.indexOf("*/")));
        return comment.startsWith("/**")
                && comment.lines().count() - 1 <= LONGEST_PACKAGE_COMMENT
                && text.contains("@NullMarked");
    }

    private static Stream<Path> all() {
        return Stream.concat(Workspace.mainSources().stream(), Workspace.testSources().stream())
                .filter(file -> !file.endsWith("SourceRulesTest.java"));
    }

    private static Stream<String> files(Stream<Path> sources, Pattern containing) {
        return sources.filter(file -> !file.endsWith("SourceRulesTest.java"))
                .filter(file -> containing.matcher(Workspace.read(file)).find())
                .map(Workspace::shown);
    }

    private static long lines(Path file) {
        return Workspace.read(file).lines().count();
    }
}
