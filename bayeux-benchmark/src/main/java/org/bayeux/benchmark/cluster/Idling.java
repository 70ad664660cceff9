package org.bayeux.benchmark.cluster;

/**
 * What a cluster takes when it has no clients.
 *
 * @param subject the kind of its servers
 * @param nodes how many it has
 * @param cpuMillisPerSecond processor time of each node
 */
record Idling(String subject, int nodes, double cpuMillisPerSecond) {}
