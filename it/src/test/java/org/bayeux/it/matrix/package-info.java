/**
 * The table of what was tested: which scenario passed on which server over which transport.
 *
 * <p>Read {@link org.bayeux.it.matrix.Trials} first. Knows JUnit and the kinds of servers, no test.
 */
@NullMarked
package org.bayeux.it.matrix;

import org.jspecify.annotations.NullMarked;
