/**
 * What comes of a run, and how it is shown. Read {@link org.bayeux.benchmark.figures.Outcome} first. Knows nothing of load
 * and servers.
 */
@NullMarked
package org.bayeux.benchmark.figures;

import org.jspecify.annotations.NullMarked;
