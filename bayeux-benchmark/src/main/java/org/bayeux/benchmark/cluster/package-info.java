/**
 * What it costs that several servers work as one: clusters of one, two and more nodes under the same load, in turns.
 *
 * <p>Read {@link org.bayeux.benchmark.cluster.ClusterComparison} first. Depends on load, servers and figures.
 */
@NullMarked
package org.bayeux.benchmark.cluster;

import org.jspecify.annotations.NullMarked;
