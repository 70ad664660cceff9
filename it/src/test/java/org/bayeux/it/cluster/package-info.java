/** Servers that work as one. Start with {@link org.bayeux.it.cluster.ClusterIT}. */
@NullMarked
package org.bayeux.it.cluster;

import org.jspecify.annotations.NullMarked;
