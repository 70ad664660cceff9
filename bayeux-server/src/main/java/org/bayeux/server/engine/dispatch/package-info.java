/**
 * From received messages to replies: the rules of the protocol.
 *
 * <p>Read {@link org.bayeux.server.engine.dispatch.Exchange} first, then
 * {@link org.bayeux.server.engine.dispatch.Dispatcher}; each kind of channel has a handler. Depends on all other packages
 * of the engine.
 */
@NullMarked
package org.bayeux.server.engine.dispatch;

import org.jspecify.annotations.NullMarked;
