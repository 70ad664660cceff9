/** The ways in which applications are put together and deployed, on each server. Start with {@link org.bayeux.it.deploy.EarIT}. */
@NullMarked
package org.bayeux.it.deploy;

import org.jspecify.annotations.NullMarked;
