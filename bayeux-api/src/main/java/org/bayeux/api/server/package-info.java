/**
 * The server side as applications see it. Read {@code BayeuxServer} first.
 * Depends on {@code org.bayeux.api} only.
 */
@NullMarked
package org.bayeux.api.server;

import org.jspecify.annotations.NullMarked;
