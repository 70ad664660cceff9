/**
 * Which request the calling thread is working for.
 *
 * <p>Read {@link org.bayeux.server.engine.context.CurrentRequest} first. Depends on the API only.
 */
@NullMarked
package org.bayeux.server.engine.context;

import org.jspecify.annotations.NullMarked;
