/**
 * The HTTP transports: requests become messages for the engine, batches become responses.
 *
 * <p>Read {@link org.bayeux.http.HttpAdapter} first, then the classes {@code Reception} and {@code HttpExchange}. Holds no
 * protocol logic. Depends on the server's SPI, on {@code org.bayeux.cdi.spi} and on Jakarta Servlet.
 */
@NullMarked
package org.bayeux.http;

import org.jspecify.annotations.NullMarked;
