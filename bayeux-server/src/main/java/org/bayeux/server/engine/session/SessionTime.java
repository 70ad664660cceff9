package org.bayeux.server.engine.session;

import java.time.Duration;
import java.time.InstantSource;
import org.bayeux.server.spi.Ticker;
import org.bayeux.server.spi.Timers;

/**
 * The clock and the timers that all sessions of a server share.
 *
 * @param ticker how time passes
 * @param timers how to wait
 * @param instants what time it is for people
 */
public record SessionTime(Ticker ticker, Timers timers, InstantSource instants) {

    long nanos() {
        return ticker.nanos();
    }

    /** A deadline that begins now. */
    Deadline deadline(Duration length) {
        return new Deadline(length, ticker.nanos());
    }
}
