/**
 * What applications write to use Bayeux with CDI.
 *
 * <p>Read {@link org.bayeux.cdi.OnChannel} first; {@link org.bayeux.api.server.BayeuxServer} can be injected, and
 * {@link org.bayeux.annotation.Service services} are found. Depends on Jakarta EE only.
 */
@NullMarked
package org.bayeux.cdi;

import org.jspecify.annotations.NullMarked;
