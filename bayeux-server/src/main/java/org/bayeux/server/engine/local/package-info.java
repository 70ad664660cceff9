/**
 * Clients that live in the server's own process; to the engine they are clients like any other.
 *
 * <p>Read {@link org.bayeux.server.engine.local.LocalClient} first. Depends on dispatch, whose connections it uses.
 */
@NullMarked
package org.bayeux.server.engine.local;

import org.jspecify.annotations.NullMarked;
