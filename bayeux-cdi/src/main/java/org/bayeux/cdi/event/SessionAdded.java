package org.bayeux.cdi.event;

import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/**
 * A client has shaken hands; told before the client hears of it.
 *
 * @param session the new one
 * @param message the handshake, to be read only; for asynchronous observers a copy
 */
public record SessionAdded(ServerSession session, ServerMessage message) implements BayeuxEvent {}
