/**
 * The server's half of each client: how its messages wait, leave and expire, and what the application holds of it.
 *
 * <p>Read {@link org.bayeux.server.engine.session.Session} first. Depends on time, the SPI and the API; knows no rules of
 * channels or of the protocol's messages.
 */
@NullMarked
package org.bayeux.server.engine.session;

import org.jspecify.annotations.NullMarked;
