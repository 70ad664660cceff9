/**
 * A Bayeux client as applications see it, whether far away or inside the server.
 *
 * <p>Read {@link org.bayeux.api.client.ClientSession} first. This package depends on
 * {@code org.bayeux.api} only.
 */
@NullMarked
package org.bayeux.api.client;

import org.jspecify.annotations.NullMarked;
