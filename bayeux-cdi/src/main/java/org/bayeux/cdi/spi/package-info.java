/**
 * What a transport adapter (HTTP, WebSocket) gets of the web application it serves, and what it gives to it.
 *
 * <p>Read {@link org.bayeux.cdi.spi.TransportAdapter} first. Depends on the server's SPI and the Servlet API only.
 */
@NullMarked
package org.bayeux.cdi.spi;

import org.jspecify.annotations.NullMarked;
