package org.bayeux.cdi.event;

import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.SessionEnd;

/**
 * A session has ended; told once for each that was added. It finds its {@link org.bayeux.cdi.ClientSessionScoped} beans a
 * last time, but not asynchronously.
 *
 * @param session the one that was
 * @param reason why
 */
public record SessionRemoved(ServerSession session, SessionEnd reason) implements BayeuxEvent {}
