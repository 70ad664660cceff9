package org.bayeux.it.server;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The servers that the tests can run on; which one a run takes, the system property {@code it.server} says. */
public enum ServerKind {
    PAYARA_MICRO {
        @Override
        TestServer start(Path directory, Path log) {
            return PayaraMicro.start(directory, log);
        }
    },

    WILDFLY {
        @Override
        TestServer start(Path directory, Path log) {
            return WildFly.start(home(), directory, log);
        }
    },

    OPEN_LIBERTY {
        @Override
        TestServer start(Path directory, Path log) {
            return OpenLiberty.start(home(), directory, log);
        }
    };

    private static final String CHOICE = "it.server";

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

    /** Starts one that keeps its files and its log below {@code work}. */
    TestServer start(Path work) {
        return start(work.resolve(label()), work.resolve(label() + ".log"));
    }

    abstract TestServer start(Path directory, Path log);

    /** Where the build unpacked it. */
    Path home() {
        return Path.of(System.getProperty(CHOICE + ".home"));
    }
}
