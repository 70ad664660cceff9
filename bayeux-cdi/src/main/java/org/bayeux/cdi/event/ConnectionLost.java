package org.bayeux.cdi.event;

import org.bayeux.api.server.ServerSession;

/**
 * The connection to a client has broken: its socket closed without a goodbye, or an answer could not be written. The client
 * has {@code maxInterval} to come back; then {@link ConnectionResumed} follows, otherwise {@link SessionRemoved}. Of a client
 * that polls and does not come again, only the latter tells.
 *
 * @param session of the client
 */
public record ConnectionLost(ServerSession session) implements BayeuxEvent {}
