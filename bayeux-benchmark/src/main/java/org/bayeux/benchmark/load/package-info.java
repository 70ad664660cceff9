/**
 * Thousands of clients on one thread, which count and time what arrives without parsing it.
 *
 * <p>Read {@link org.bayeux.benchmark.load.LoadRun} first. Knows no server but by its address.
 */
@NullMarked
package org.bayeux.benchmark.load;

import org.jspecify.annotations.NullMarked;
