/**
 * The channels of a server and who is subscribed to them.
 *
 * <p>Read {@link org.bayeux.server.engine.channel.ChannelRegistry} first, then
 * {@link org.bayeux.server.engine.channel.SubscriptionIndex}. Depends on sessions and the API.
 */
@NullMarked
package org.bayeux.server.engine.channel;

import org.jspecify.annotations.NullMarked;
