package org.bayeux.it.deploy;

import java.nio.file.Path;
import java.util.List;
import org.bayeux.it.server.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Puts applications together from test classes and our jars, in the ways that users do. */
final class Packaging {

    /** What web applications can share in the library directory of their EAR. */
    private static final List<String> SHARED = List.of("bayeux-api", "bayeux-wire", "bayeux-server", "bayeux-cdi");

    /** What each web application has by itself. */
    private static final List<String> TRANSPORTS = List.of("bayeux-http", "bayeux-websocket-endpoint");

    private Packaging() {}

    /** A WAR with all our jars. */
    static WebArchive war(String name, String... packages) {
        WebArchive war = transportsOnly(name, packages);
        SHARED.forEach(module -> war.addAsLibrary(Archive.jar(module)));
        return war;
    }

    /** A WAR with the jars of the transports, whose EAR has the others. */
    static WebArchive transportsOnly(String name, String... packages) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, name + ".war");
        war.addPackages(false, packages);
        TRANSPORTS.forEach(module -> war.addAsLibrary(Archive.jar(module)));
        return war;
    }

    /** The same WAR with a context parameter in its {@code web.xml}. */
    static WebArchive withParameter(WebArchive war, String name, String value) {
        return war.setWebXML(new StringAsset("""
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <context-param>
                    <param-name>%s</param-name>
                    <param-value>%s</param-value>
                  </context-param>
                </web-app>
                """.formatted(name, value)));
    }

    /** Writes an EAR with nothing but WARs. */
    static Path ear(Path directory, String name, WebArchive... wars) {
        return write(directory, ear(name, wars));
    }

    /** Writes an EAR whose WARs share what they can. */
    static Path sharingEar(Path directory, String name, WebArchive... wars) {
        EnterpriseArchive ear = ear(name, wars);
        SHARED.forEach(module -> ear.addAsLibrary(Archive.jar(module)));
        return write(directory, ear);
    }

    /** Writes an archive into a directory, under its own name. */
    static Path write(Path directory, org.jboss.shrinkwrap.api.Archive<?> archive) {
        Path file = directory.resolve(archive.getName());
        archive.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    private static EnterpriseArchive ear(String name, WebArchive... wars) {
        EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, name + ".ear");
        for (WebArchive war : wars) {
            ear.addAsModule(war);
        }
        return ear;
    }
}
