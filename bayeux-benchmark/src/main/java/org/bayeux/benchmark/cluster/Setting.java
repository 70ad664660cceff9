package org.bayeux.benchmark.cluster;

/**
 * What is the same for all subjects.
 *
 * @param nodes how many nodes the cluster has
 * @param widePercent how many of a hundred rooms have members on all nodes
 * @param rate the planned deliveries per second
 */
record Setting(int nodes, int widePercent, double rate) {

    /** The same where no message has to cross. */
    Setting local() {
        return new Setting(nodes, 0, rate);
    }

    /** The same on a single node. */
    Setting alone() {
        return new Setting(1, 0, rate);
    }

    /** To how many other nodes a message has to cross, on an average. */
    double crossingsPerMessage() {
        return widePercent / 100.0 * (nodes - 1);
    }
}
