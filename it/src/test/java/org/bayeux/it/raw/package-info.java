/**
 * HTTP and WebSocket byte by byte, to say what no well-behaved client would say.
 *
 * <p>Read {@link org.bayeux.it.raw.RawHttp} and {@link org.bayeux.it.raw.RawWebSocket} first. Depends on the JDK and
 * JSON-P only.
 */
@NullMarked
package org.bayeux.it.raw;

import org.jspecify.annotations.NullMarked;
