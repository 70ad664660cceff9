package org.bayeux.server.engine.session;

import java.time.Duration;
import org.bayeux.server.spi.Outlet;

/**
 * A connect that has passed all checks.
 *
 * <p>Immutable.
 *
 * @param outlet where its reply can go
 * @param hold how long it may be held; zero: it is to be answered at once
 * @param pause how long the client will wait before its next connect
 * @param reply the reply, if it is held
 * @param released to be called once if it was held and no longer is
 */
public record ConnectRequest(Outlet outlet, Duration hold, Duration pause, ConnectReply reply, Runnable released) {}
