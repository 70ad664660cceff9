/**
 * How a message reaches the listeners and subscribers of its channel.
 *
 * <p>Read {@link org.bayeux.server.engine.publish.Broadcaster} first. Depends on channels, sessions and extensions; knows
 * nothing of requests and replies.
 */
@NullMarked
package org.bayeux.server.engine.publish;

import org.jspecify.annotations.NullMarked;
