/**
 * An application of observers, publishers and beans of a client.
 *
 * <p>Read {@link org.bayeux.it.cdi.app.Chat} first. Written as a user would write it.
 */
@NullMarked
package org.bayeux.it.cdi.app;

import org.jspecify.annotations.NullMarked;
