/**
 * The long-polling transport: translates HTTP requests to the engine and its outlets to responses.
 * Depends on the server and CDI modules and Jakarta EE; never on another transport.
 */
@NullMarked
package org.bayeux.jaxrs;

import org.jspecify.annotations.NullMarked;
