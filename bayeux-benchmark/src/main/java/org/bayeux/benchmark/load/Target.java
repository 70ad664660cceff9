package org.bayeux.benchmark.load;

import java.net.URI;
import java.util.List;

/**
 * The server that is put under load, or the nodes of a cluster.
 *
 * @param label its name in reports
 * @param endpoints where clients connect to each node by either transport, without a slash at the end
 * @param bare whether it is no Bayeux server but one that only repeats, to see what is possible at all
 */
public record Target(String label, List<URI> endpoints, boolean bare) {

    /** As they are now. */
    public Target {
        endpoints = List.copyOf(endpoints);
    }

    /** A single server. */
    public Target(String label, URI endpoint, boolean bare) {
        this(label, List.of(endpoint), bare);
    }
}
