package org.bayeux.benchmark.load;

import java.net.URI;

/**
 * The server that is put under load.
 *
 * @param label its name in reports
 * @param endpoint where clients connect by either transport, without a slash at the end
 * @param bare whether it is no Bayeux server but one that only repeats, to see what is possible at all
 */
public record Target(String label, URI endpoint, boolean bare) {}
