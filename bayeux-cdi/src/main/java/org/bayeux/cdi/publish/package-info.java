/**
 * Brings what beans publish or fire to its channel.
 *
 * <p>Read {@link org.bayeux.cdi.publish.ServerPublisher} first. Depends on the life cycle and on what applications write.
 */
@NullMarked
package org.bayeux.cdi.publish;

import org.jspecify.annotations.NullMarked;
