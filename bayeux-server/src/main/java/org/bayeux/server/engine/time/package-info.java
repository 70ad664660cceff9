/**
 * Waiting at scale: one timer wheel serves all sessions of a server.
 *
 * <p>Read {@link org.bayeux.server.engine.time.TimerWheel} first. Depends on the SPI only.
 */
@NullMarked
package org.bayeux.server.engine.time;

import org.jspecify.annotations.NullMarked;
