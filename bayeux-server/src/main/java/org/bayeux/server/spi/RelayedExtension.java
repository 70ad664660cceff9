package org.bayeux.server.spi;

import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;

/**
 * An extension that undoes, in messages that were published on another server of a cluster, what it does there to
 * messages that leave. Other extensions see such messages only when they leave. Thread-safe.
 */
public interface RelayedExtension extends BayeuxServer.Extension {

    /** A message comes from another server; {@code false}: it is dropped. */
    boolean relayed(ServerMessage.Mutable message);
}
