/**
 * The application of the servers under test: what all of them have beside Bayeux itself, and the bare servers for comparison.
 *
 * <p>Deployed alone, so it depends on Jakarta EE and our libraries only.
 */
@NullMarked
package org.bayeux.benchmark.app;

import org.jspecify.annotations.NullMarked;
