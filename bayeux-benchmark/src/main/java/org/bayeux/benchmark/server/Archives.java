package org.bayeux.benchmark.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the WAR for the servers, and the agent, out of the tool's own class path. */
final class Archives {

    private static final List<String> OUR_JARS = List.of(
            "bayeux-api", "bayeux-wire", "bayeux-server", "bayeux-cdi", "bayeux-http", "bayeux-websocket-endpoint");
    private static final String CLUSTER_JAR = "bayeux-cluster-hazelcast";

    /** Payara's own Hazelcast would come first otherwise. */
    private static final String PAYARA_DESCRIPTOR = """
            <glassfish-web-app>
              <class-loader delegate="false"/>
            </glassfish-web-app>
            """;

    private static final String APPLICATION = "org/bayeux/benchmark/app/";

    private Archives() {}

    /**
     * Our jars in {@code WEB-INF/lib} and the application in {@code WEB-INF/classes}, as a user would.
     *
     * @param clustered whether it can be a node of a cluster
     */
    static Path war(Path file, boolean clustered) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String module : OUR_JARS) {
                library(module, entry -> isBuiltBy(module, entry), zip);
            }
            application(zip);
            if (clustered) {
                cluster(zip);
            }
        }
        return file;
    }

    /** The leash as an agent. */
    static Path agent(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Leash.class.getName());
        String name = Leash.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                InputStream bytes = Leash.class.getResourceAsStream("/" + name)) {
            jar.putNextEntry(new JarEntry(name));
            if (bytes == null) {
                throw new IllegalStateException(name + " is missing");
            }
            bytes.transferTo(jar);
        }
        return file;
    }

    private static void cluster(ZipOutputStream zip) throws IOException {
        library(CLUSTER_JAR, entry -> isBuiltBy(CLUSTER_JAR, entry), zip);
        library("hazelcast", Archives::isHazelcast, zip);
        zip.putNextEntry(new ZipEntry("WEB-INF/glassfish-web.xml"));
        zip.write(PAYARA_DESCRIPTOR.getBytes(StandardCharsets.UTF_8));
    }

    private static void library(String name, Predicate<Path> wanted, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry("WEB-INF/lib/" + name + ".jar"));
        jar(classPathEntry(name, wanted), zip);
    }

    /** The classes of the application, from wherever the tool itself is started: a directory or its jar. */
    private static void application(ZipOutputStream zip) throws IOException {
        Path tool = tool();
        if (Files.isDirectory(tool)) {
            copyTree(tool, APPLICATION, "WEB-INF/classes/", zip);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(tool)) {
            copyTree(jar.getPath("/"), APPLICATION, "WEB-INF/classes/", zip);
        }
    }

    private static Path tool() {
        try {
            return Path.of(Archives.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A jar as it is, or one made of a directory of classes. */
    private static void jar(Path entry, OutputStream out) throws IOException {
        if (!Files.isDirectory(entry)) {
            Files.copy(entry, out);
            return;
        }
        ZipOutputStream zip = new ZipOutputStream(out);
        copyTree(entry, "", "", zip);
        zip.finish();
    }

    private static void copyTree(Path root, String below, String prefix, ZipOutputStream zip) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(below))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(prefix + root.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
    }

    private static Path classPathEntry(String name, Predicate<Path> wanted) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not on the class path"));
    }

    private static boolean isHazelcast(Path entry) {
        return entry.getFileName().toString().matches("hazelcast-[\\d.]+\\.jar");
    }

    /** {@code module/target/classes}, or the jar in {@code module/target}. */
    private static boolean isBuiltBy(String module, Path entry) {
        Path target = entry.getParent();
        return target != null && target.endsWith(Path.of(module, "target"));
    }
}
