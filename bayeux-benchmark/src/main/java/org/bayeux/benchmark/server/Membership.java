package org.bayeux.benchmark.server;

import java.net.URI;
import java.util.List;

/**
 * The cluster that a server belongs to.
 *
 * @param cloud tells it from other clusters on this machine
 * @param channels a pattern of those whose messages cross
 * @param others where the nodes are that run already
 */
record Membership(String cloud, String channels, List<URI> others) {

    /** As they are now. */
    Membership {
        others = List.copyOf(others);
    }
}
