/**
 * Real application servers as child processes, and the archives deployed on them.
 *
 * <p>Read {@link org.bayeux.it.server.TestServer} first. Knows servers and archives, no Bayeux.
 */
@NullMarked
package org.bayeux.it.server;

import org.jspecify.annotations.NullMarked;
