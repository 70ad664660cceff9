package org.bayeux.benchmark.compare;

import org.bayeux.benchmark.load.Target;
import org.bayeux.benchmark.load.Transport;
import org.bayeux.benchmark.server.Installation;
import org.bayeux.benchmark.server.RunningServer;
import org.bayeux.benchmark.server.ServerKind;

/**
 * One of those that are compared, running.
 *
 * @param label its name in options and reports
 * @param server where it runs, alone
 * @param bare whether it is the bare server there instead of Bayeux
 */
record Subject(String label, RunningServer server, boolean bare) implements AutoCloseable {

    private static final String BARE = "-bare";

    /**
     * Starts the one of that label: that of a server, or of one of ours with {@code -bare} behind it.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Subject start(String label, Installation installation) {
        ServerKind kind = kind(label);
        return new Subject(label, RunningServer.start(kind, label, installation), label.endsWith(BARE));
    }

    /** Which server that is. */
    static ServerKind kind(String label) {
        boolean bare = label.endsWith(BARE);
        ServerKind kind = ServerKind.of(bare ? label.substring(0, label.length() - BARE.length()) : label);
        if (bare && kind.isPeer()) {
            throw new IllegalArgumentException("the peer has no bare server");
        }
        return kind;
    }

    Target target(Transport transport) {
        if (!bare) {
            return new Target(label, server.bayeux(), false);
        }
        return new Target(label, transport == Transport.WEBSOCKET ? server.bareSocket() : server.bareHold(), true);
    }

    @Override
    public void close() {
        server.close();
    }
}
