/**
 * What applications may observe of sessions and channels.
 *
 * <p>Read {@link org.bayeux.cdi.event.BayeuxEvent} first. Depends on the API only.
 */
@NullMarked
package org.bayeux.cdi.event;

import org.jspecify.annotations.NullMarked;
