package org.bayeux.cdi.event;

import org.bayeux.api.server.ServerSession;

/**
 * A client is back whose connection was lost. What waited for it is on its way.
 *
 * @param session of the client
 */
public record ConnectionResumed(ServerSession session) implements BayeuxEvent {}
