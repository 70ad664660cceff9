/**
 * What the engine tells the cluster that it belongs to, if any; {@link org.bayeux.server.engine.cluster.ClusterGate}. May
 * depend on the SPI and on {@code guard}.
 */
@NullMarked
package org.bayeux.server.engine.cluster;

import org.jspecify.annotations.NullMarked;
