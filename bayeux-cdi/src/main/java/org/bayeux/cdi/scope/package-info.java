/**
 * The context of beans that live as long as a Bayeux session.
 *
 * <p>Read {@link org.bayeux.cdi.scope.ClientSessionContext} first. Depends on the life cycle and on CDI.
 */
@NullMarked
package org.bayeux.cdi.scope;

import org.jspecify.annotations.NullMarked;
