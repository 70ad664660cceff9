/**
 * An application that reads back what Micrometer and OpenTelemetry know of its Bayeux server.
 *
 * <p>Read {@link org.bayeux.it.watched.app.WatchResource} first. Written as a user would write it.
 */
@NullMarked
package org.bayeux.it.watched.app;

import org.jspecify.annotations.NullMarked;
