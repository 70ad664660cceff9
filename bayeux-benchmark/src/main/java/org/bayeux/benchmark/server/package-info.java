/**
 * Servers in processes of their own, bound to the loopback interface.
 *
 * <p>Read {@link org.bayeux.benchmark.server.RunningServer} first. Knows nothing of load.
 */
@NullMarked
package org.bayeux.benchmark.server;

import org.jspecify.annotations.NullMarked;
