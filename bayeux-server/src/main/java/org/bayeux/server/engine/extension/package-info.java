/**
 * The extensions of the server: every message passes them, in and out.
 *
 * <p>Read {@link org.bayeux.server.engine.extension.ExtensionChain} first. Depends on the API and wire.
 */
@NullMarked
package org.bayeux.server.engine.extension;

import org.jspecify.annotations.NullMarked;
