/** Hazelcast as the network between nodes. Internal; no other package knows Hazelcast. */
@NullMarked
package org.bayeux.oort.hazelcast;

import org.jspecify.annotations.NullMarked;
