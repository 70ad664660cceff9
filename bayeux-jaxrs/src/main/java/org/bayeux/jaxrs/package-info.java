/**
 * The long-polling transport: HTTP requests become messages for the engine, batches become responses.
 *
 * <p>Read {@link org.bayeux.jaxrs.LongPollingAdapter} first, then the class {@code LongPolling}. Holds no protocol
 * logic. Depends on the server's SPI, on {@code org.bayeux.cdi.spi}, on Jakarta REST and Servlet.
 */
@NullMarked
package org.bayeux.jaxrs;

import org.jspecify.annotations.NullMarked;
