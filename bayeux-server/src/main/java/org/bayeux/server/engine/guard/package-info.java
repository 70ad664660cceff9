/**
 * Where user code is called: its failures are logged once and stop nothing.
 *
 * <p>Read {@link org.bayeux.server.engine.guard.UserCode} first. Depends on nothing.
 */
@NullMarked
package org.bayeux.server.engine.guard;

import org.jspecify.annotations.NullMarked;
