/**
 * Races: the same few calls meet on several threads, thousands of times, and afterwards the server must be as if they had
 * come one after another. Time is turned by hand here too.
 *
 * <p>Read {@link org.bayeux.server.stress.Race} first. Depends on the testkit.
 */
@NullMarked
package org.bayeux.server.stress;

import org.jspecify.annotations.NullMarked;
