/**
 * What adapters (HTTP, WebSocket, CDI, cluster) need of the engine and give to it.
 *
 * <p>Read {@link org.bayeux.server.spi.BayeuxEngine} first, then {@link org.bayeux.server.spi.Outlet}. Depends on the
 * API and on wire only.
 */
@NullMarked
package org.bayeux.server.spi;

import org.jspecify.annotations.NullMarked;
