package org.bayeux.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the modules of the checkout, their sources and their compiled classes. */
final class Workspace {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    /** The classes that are shipped: those of {@code src/main/java} of every module. */
    static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
            .importPaths(modules().stream()
                    .map(module -> root().resolve(module).resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList());

    private Workspace() {}

    static Path root() {
        return Path.of(System.getProperty("workspace"));
    }

    /** The module directories, relative to the root, as the root POM lists them. */
    static List<Path> modules() {
        return MODULE.matcher(read(root().resolve("pom.xml")))
                .results()
                .map(found -> Path.of(found.group(1)))
                .toList();
    }

    static List<Path> mainSources() {
        return sources("src/main/java");
    }

    static List<Path> testSources() {
        return sources("src/test/java");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path as the messages of failed rules show it: relative to the root. */
    static String shown(Path file) {
        return root().relativize(file).toString();
    }

    private static List<Path> sources(String below) {
        return modules().stream()
                .map(module -> root().resolve(module).resolve(below))
                .filter(Files::isDirectory)
                .flatMap(Workspace::javaFiles)
                .toList();
    }

    private static Stream<Path> javaFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
