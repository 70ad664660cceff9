/**
 * Ready-made authorizers for channels.
 *
 * <p>Read {@link org.bayeux.server.authorizer.GrantAuthorizer} first. Depends on the API only.
 */
@NullMarked
package org.bayeux.server.authorizer;

import org.jspecify.annotations.NullMarked;
