/**
 * Several servers side by side in one run, in turns.
 *
 * <p>Read {@link org.bayeux.benchmark.compare.Comparison} first. Depends on load, servers and figures.
 */
@NullMarked
package org.bayeux.benchmark.compare;

import org.jspecify.annotations.NullMarked;
