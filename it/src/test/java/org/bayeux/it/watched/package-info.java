/**
 * An application whose server is watched: by health checks, metrics and traces, as far as their libraries are present.
 *
 * <p>Read {@link org.bayeux.it.watched.ObservabilityIT} first.
 */
@NullMarked
package org.bayeux.it.watched;

import org.jspecify.annotations.NullMarked;
