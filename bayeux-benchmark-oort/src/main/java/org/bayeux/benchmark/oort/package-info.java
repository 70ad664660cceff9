/** A released CometD server with its cluster Oort on Jetty, in a process of its own and on a class path of its own. */
@NullMarked
package org.bayeux.benchmark.oort;

import org.jspecify.annotations.NullMarked;
