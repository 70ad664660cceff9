/**
 * The configuration of a server: read once, validated as a whole, immutable from then on.
 *
 * <p>Read {@link org.bayeux.server.config.ServerConfig} first. Depends on nothing.
 */
@NullMarked
package org.bayeux.server.config;

import org.jspecify.annotations.NullMarked;
