package org.bayeux.testkit.junit;

import jakarta.decorator.Decorator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.inject.Stereotype;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Finds the classes that a test names. */
final class ApplicationClasses {

    private static final String SUFFIX = ".class";

    private static final Set<Class<?>> DEFINING = Set.of(Dependent.class, Interceptor.class, Decorator.class);

    private ApplicationClasses() {}

    static Set<Class<?>> of(BayeuxTest test) {
        Set<Class<?>> classes = new LinkedHashSet<>(List.of(test.classes()));
        for (Class<?> member : test.packages()) {
            classes.addAll(packageOf(member));
        }
        if (classes.isEmpty()) {
            throw new ExtensionConfigurationException(
                    "@BayeuxTest names neither classes nor packages: name those of the application to be tested");
        }
        return classes;
    }

    /** From the same directory or jar only: there may be tests in a package of the same name. */
    private static List<Class<?>> packageOf(Class<?> member) {
        CodeSource source = member.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new ExtensionConfigurationException(
                    member.getName() + " belongs to Java itself: name a class of the application");
        }
        try {
            Path place = Path.of(source.getLocation().toURI());
            if (Files.isDirectory(place)) {
                return classesBelow(place, member);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return classesBelow(jar.getPath("/"), member);
            }
        } catch (URISyntaxException e) {
            throw new ExtensionConfigurationException("the place of " + member.getName() + " cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Class<?>> classesBelow(Path root, Class<?> member) throws IOException {
        Path directory = root.resolve(member.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(SUFFIX) && !file.endsWith("-info" + SUFFIX))
                    .sorted()
                    .<@Nullable Class<?>>map(file -> load(file, member.getClassLoader()))
                    .filter(Objects::nonNull)
                    .<Class<?>>map(Objects::requireNonNull)
                    .filter(ApplicationClasses::isMeantAsBean)
                    .toList();
        }
    }

    /** The annotations that define beans (CDI 4.0, 2.5.1). */
    private static boolean isMeantAsBean(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(it -> DEFINING.contains(it)
                        || it.isAnnotationPresent(NormalScope.class)
                        || it.isAnnotationPresent(Stereotype.class));
    }

    /** {@code null} if something is missing that the class needs: containers leave such classes out, too. */
    private static @Nullable Class<?> load(String file, ClassLoader loader) {
        String name = file.substring(0, file.length() - SUFFIX.length()).replaceAll("[/\\\\]", ".");
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}
