/**
 * The WebSocket transport: frames become messages for the engine, batches become frames.
 *
 * <p>Read {@link org.bayeux.websocket.WebSocketAdapter} first, then the classes {@code BayeuxEndpoint} and
 * {@code SocketOutlet}. Holds no protocol logic. Depends on the server's SPI, on {@code org.bayeux.cdi.spi}, on Jakarta
 * WebSocket and Servlet.
 */
@NullMarked
package org.bayeux.websocket;

import org.jspecify.annotations.NullMarked;
