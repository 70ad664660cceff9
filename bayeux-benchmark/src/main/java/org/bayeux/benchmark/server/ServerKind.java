package org.bayeux.benchmark.server;

import java.util.Arrays;
import java.util.Locale;

/** What can be put under load, by the name that the options use. */
public enum ServerKind {
    /** Ours on Payara Micro. */
    PAYARA_MICRO,

    /** Ours on WildFly. */
    WILDFLY,

    /** Ours on Open Liberty. */
    OPEN_LIBERTY,

    /** The released CometD on Jetty, with its default of one message per frame. */
    COMETD,

    /** The same with all messages that wait in one frame. */
    COMETD_ALL_QUEUED,

    /** As {@link #COMETD}, with little memory for the headers of each connection. */
    COMETD_SMALL_HEADERS,

    /** The last CometD whose cluster Oort is published, on Jetty, with the default of one message per frame. */
    COMETD_OORT,

    /** The same with all messages that wait in one frame, to other nodes too. */
    COMETD_OORT_ALL_QUEUED;

    /** Its name in options and reports, such as {@code open-liberty}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is the peer. */
    public boolean isPeer() {
        return name().startsWith(COMETD.name());
    }

    /** Whether several of them can be a cluster. */
    public boolean isClustered() {
        return !isPeer() || name().startsWith(COMETD_OORT.name());
    }

    /**
     * The one of that label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ServerKind of(String label) {
        return Arrays.stream(values())
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("server is '" + label + "', legal is one of "
                        + Arrays.stream(values()).map(ServerKind::label).toList()));
    }
}
