/**
 * What watches, inside the child process of any server, whether the tests are still there.
 *
 * <p>Only {@link org.bayeux.it.server.leash.Leash}, which knows nothing but the JDK.
 */
@NullMarked
package org.bayeux.it.server.leash;

import org.jspecify.annotations.NullMarked;
