/**
 * Thousands of clients on one thread.
 *
 * <p>Read {@link org.bayeux.it.load.Crowd} first. Depends on {@code org.bayeux.it.raw} for the two protocols.
 */
@NullMarked
package org.bayeux.it.load;

import org.jspecify.annotations.NullMarked;
