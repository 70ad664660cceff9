/**
 * The Bayeux server as applications see it: sessions, channels, listeners and access rules.
 *
 * <p>Read {@link org.bayeux.api.server.BayeuxServer} first. This package depends on
 * {@code org.bayeux.api} and, for {@link org.bayeux.api.server.LocalSession}, on
 * {@code org.bayeux.api.client}.
 */
@NullMarked
package org.bayeux.api.server;

import org.jspecify.annotations.NullMarked;
