package org.bayeux.it.server;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/** The servers that the tests can run on; which one a run takes, the system property {@code it.server} says. */
public enum ServerKind {
    PAYARA_MICRO(Capability.TAKES_EARS, Capability.LETS_CLASS_LOADERS_GO, Capability.RUNS_CDI_IN_MODE_NONE) {
        @Override
        TestServer start(Path directory, Path log, Place place) {
            return PayaraMicro.start(directory, log, place);
        }
    },

    WILDFLY {
        @Override
        TestServer start(Path directory, Path log, Place place) {
            return WildFly.start(home(), directory, log, place);
        }
    },

    OPEN_LIBERTY(
            Capability.WRITES_WITHOUT_BLOCKING,
            Capability.LIMITS_FRAGMENTS,
            Capability.CLOSES_DISCREETLY,
            Capability.KEEPS_ROLES_OF_SOCKETS,
            Capability.STOPS_APPLICATIONS_FIRST,
            Capability.UPGRADES_WITHOUT_SESSION) {
        @Override
        TestServer start(Path directory, Path log, Place place) {
            return OpenLiberty.start(home(), directory, log, place);
        }
    },

    /** The full server, which takes EARs too. */
    PAYARA(Capability.LETS_CLASS_LOADERS_GO, Capability.RUNS_CDI_IN_MODE_NONE) {
        @Override
        TestServer start(Path directory, Path log, Place place) {
            place.mustBeLoopback();
            return PayaraServer.start(home(), directory, log);
        }
    },

    /** Jakarta EE 11. */
    WILDFLY_PREVIEW {
        @Override
        TestServer start(Path directory, Path log, Place place) {
            return WildFly.start(home(), directory, log, place);
        }
    };

    private static final String CHOICE = "it.server";

    private final Set<Capability> lacking;

    ServerKind(Capability... lacking) {
        this.lacking = Set.of(lacking);
    }

    /** The one of this run; Payara Micro if nothing is said. */
    public static ServerKind chosen() {
        String name = System.getProperty(CHOICE, PAYARA_MICRO.label());
        return Arrays.stream(values())
                .filter(it -> it.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(CHOICE + " is '" + name + "', legal is one of "
                        + Arrays.stream(values()).map(ServerKind::label).toList()));
    }

    /** Its name in properties, directories and reports, such as {@code open-liberty}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether this server can do it. */
    public boolean has(Capability capability) {
        return !lacking.contains(capability);
    }

    /** Ends a test that does not apply to this server, with the reason. */
    public void needs(Capability capability) {
        Assumptions.assumeTrue(has(capability), capability::otherwise);
    }

    /** Starts one that keeps its files and its log below {@code work}; the caller closes it. */
    public TestServer start(Path work) {
        return start(work, Place.LOOPBACK);
    }

    /** The same at that place; some run on loopback only. */
    public TestServer start(Path work, Place place) {
        return start(work.resolve(label()), work.resolve(label() + ".log"), place);
    }

    abstract TestServer start(Path directory, Path log, Place place);

    /** Where the build unpacked it, or where the property {@code it.server.home} says. */
    Path home() {
        return Path.of(System.getProperty(CHOICE + ".home", System.getProperty("it.home." + label())));
    }

    /** The Java that runs it: that of the tests. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
