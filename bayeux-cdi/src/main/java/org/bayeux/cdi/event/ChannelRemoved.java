package org.bayeux.cdi.event;

/**
 * A channel has been removed, by the application or because nobody used it.
 *
 * @param channel its name
 */
public record ChannelRemoved(String channel) implements BayeuxEvent {}
