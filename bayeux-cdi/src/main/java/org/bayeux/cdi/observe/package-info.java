/**
 * Calls observer methods of the application: those of messages, and those of what happens to sessions and channels.
 *
 * <p>Read {@link org.bayeux.cdi.observe.ChannelObservers} first. Depends on what applications write and on the server.
 */
@NullMarked
package org.bayeux.cdi.observe;

import org.jspecify.annotations.NullMarked;
