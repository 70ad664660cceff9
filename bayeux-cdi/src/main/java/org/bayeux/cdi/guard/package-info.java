/** Keeps calls from services that the caller's roles, or the constraints on their parameters, do not allow. Internal. */
@NullMarked
package org.bayeux.cdi.guard;

import org.jspecify.annotations.NullMarked;
