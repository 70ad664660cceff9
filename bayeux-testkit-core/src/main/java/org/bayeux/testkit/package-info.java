/**
 * Clients in memory and a clock turned by hand: tests of Bayeux services without network, threads or waiting.
 *
 * <p>Read {@link org.bayeux.testkit.InMemoryServer} first, then {@link org.bayeux.testkit.InMemoryClient}. Depends on the
 * server module only.
 */
@NullMarked
package org.bayeux.testkit;

import org.jspecify.annotations.NullMarked;
