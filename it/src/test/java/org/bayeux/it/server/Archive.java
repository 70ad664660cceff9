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

    private static JavaArchive jar(String module) {
        JavaArchive jar = ShrinkWrap.create(JavaArchive.class, module + ".jar");
        File built = builtBy(module);
        if (built.isDirectory()) {
            return jar.as(ExplodedImporter.class).importDirectory(built).as(JavaArchive.class);
        }
        return ShrinkWrap.createFromZipFile(JavaArchive.class, built).as(JavaArchive.class);
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
