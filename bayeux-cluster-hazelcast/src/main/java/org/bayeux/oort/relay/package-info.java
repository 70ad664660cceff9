/** Published messages on their way to other nodes; {@link org.bayeux.oort.relay.Relay}. Internal. */
@NullMarked
package org.bayeux.oort.relay;

import org.jspecify.annotations.NullMarked;
