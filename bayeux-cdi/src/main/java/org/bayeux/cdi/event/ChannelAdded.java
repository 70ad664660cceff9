package org.bayeux.cdi.event;

import org.bayeux.api.server.ServerChannel;

/**
 * A channel has been made, and may be in use already.
 *
 * @param channel the new one
 */
public record ChannelAdded(ServerChannel channel) implements BayeuxEvent {}
