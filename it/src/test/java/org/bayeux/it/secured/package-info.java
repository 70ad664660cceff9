/**
 * An application whose users log in: the container knows them, and a service tells what it knows.
 *
 * <p>Read {@link org.bayeux.it.secured.WhoService} first. Written as a user would write it.
 */
@NullMarked
package org.bayeux.it.secured;

import org.jspecify.annotations.NullMarked;
