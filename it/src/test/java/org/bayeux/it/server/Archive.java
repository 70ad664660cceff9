package org.bayeux.it.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Makes WARs out of test classes, as a user would: our jars in {@code WEB-INF/lib}, the application's classes in
 * {@code WEB-INF/classes}, and not one XML file.
 */
public final class Archive {

    private static final List<String> OUR_JARS = List.of(
            "bayeux-api", "bayeux-wire", "bayeux-server", "bayeux-cdi", "bayeux-http", "bayeux-websocket-endpoint");

    private Archive() {}

    /** Writes {@code directory/name.war} with the given packages (without their subpackages) and classes. */
    public static Path war(Path directory, String name, List<String> packages, Class<?>... classes) {
        return war(directory, name, packages, Map.of(), classes);
    }

    /** As above, with text files on the class path besides, by their names. */
    public static Path war(
            Path directory, String name, List<String> packages, Map<String, String> resources, Class<?>... classes) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, name + ".war");
        packages.forEach(war::addPackage);
        war.addClasses(classes);
        resources.forEach((resource, text) -> war.addAsResource(new StringAsset(text), resource));
        OUR_JARS.forEach(module -> war.addAsLibrary(jar(module)));
        Path file = directory.resolve(name + ".war");
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        war.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    /** What a server that watches a directory is given: the name with the ending of the archive. */
    static String fileName(String name, Path archive) {
        String file = archive.getFileName().toString();
        return name + file.substring(file.lastIndexOf('.'));
    }

    /** The archive of that name in the directory. */
    static Path deployed(Path directory, String name) {
        Path ear = directory.resolve(name + ".ear");
        return Files.exists(ear) ? ear : directory.resolve(name + ".war");
    }

    /** One of our jars, by the name of its module. */
    public static JavaArchive jar(String module) {
        JavaArchive jar = ShrinkWrap.create(JavaArchive.class, module + ".jar");
        File built = builtBy(module);
        if (built.isDirectory()) {
            return jar.as(ExplodedImporter.class).importDirectory(built).as(JavaArchive.class);
        }
        return ShrinkWrap.createFromZipFile(JavaArchive.class, built).as(JavaArchive.class);
    }

    /** The libraries of others whose place in the repository of Maven has this in its path. */
    public static List<File> libraries(String path) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.replace(File.separatorChar, '/').contains(path))
                .map(File::new)
                .toList();
    }

    /** The module's jar, or its directory of classes where the build stopped before packaging (an IDE does). */
    private static File builtBy(String module) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> entry.getNameCount() > 2
                        && entry.getName(entry.getNameCount() - 3).toString().equals(module))
                .map(Path::toFile)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(module + " is not on the class path"));
    }
}
