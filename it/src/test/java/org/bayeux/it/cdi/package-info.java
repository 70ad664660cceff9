/**
 * What applications do with CDI: observers, publishers and beans of a client, through real containers.
 *
 * <p>Read {@link org.bayeux.it.cdi.ObserversIT} first.
 */
@NullMarked
package org.bayeux.it.cdi;

import org.jspecify.annotations.NullMarked;
