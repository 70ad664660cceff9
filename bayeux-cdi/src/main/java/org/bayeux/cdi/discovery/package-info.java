/**
 * What CDI tells about an application while it is deployed: its services, the beans that configure its server, and
 * mistakes in both.
 *
 * <p>Read {@link org.bayeux.cdi.discovery.BayeuxExtension} first. Depends on the life cycle and on CDI.
 */
@NullMarked
package org.bayeux.cdi.discovery;

import org.jspecify.annotations.NullMarked;
