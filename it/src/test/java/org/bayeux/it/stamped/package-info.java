/**
 * An application whose extensions concern all clients: it stamps what leaves, and sends away who does nothing.
 *
 * <p>Read {@link org.bayeux.it.stamped.Extensions} first. Written as a user would write it.
 */
@NullMarked
package org.bayeux.it.stamped;

import org.jspecify.annotations.NullMarked;
