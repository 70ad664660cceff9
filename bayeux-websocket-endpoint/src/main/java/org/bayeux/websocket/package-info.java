/**
 * The WebSocket transport: translates frames to the engine and its outlets to frames.
 * Depends on the server and CDI modules and Jakarta EE; never on another transport.
 */
@NullMarked
package org.bayeux.websocket;

import org.jspecify.annotations.NullMarked;
