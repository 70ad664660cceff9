package org.bayeux.server.engine.session;

import org.bayeux.server.spi.Ticker;
import org.bayeux.server.spi.Timers;

/**
 * The clock and the timers that all sessions of a server share.
 *
 * @param ticker what time it is
 * @param timers how to wait
 */
public record SessionTime(Ticker ticker, Timers timers) {}
