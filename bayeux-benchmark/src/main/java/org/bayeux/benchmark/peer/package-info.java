/** The released CometD server on Jetty, in a process of its own. */
@NullMarked
package org.bayeux.benchmark.peer;

import org.jspecify.annotations.NullMarked;
