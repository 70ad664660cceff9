/**
 * Who may do what: the security policy first, then the authorizers of the channels concerned.
 *
 * <p>Read {@link org.bayeux.server.engine.access.AccessGate} first. Depends on channels and the API.
 */
@NullMarked
package org.bayeux.server.engine.access;

import org.jspecify.annotations.NullMarked;
