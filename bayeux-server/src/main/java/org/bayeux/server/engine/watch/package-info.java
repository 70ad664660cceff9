/**
 * What a server lets operators see of its work: figures, and the story of messages.
 *
 * <p>Read {@link org.bayeux.server.engine.watch.Watch} first. Depends on the API only.
 */
@NullMarked
package org.bayeux.server.engine.watch;

import org.jspecify.annotations.NullMarked;
