/**
 * What nodes say to each other arrives once, in order, or its loss is known, on any network that carries packets.
 *
 * <p>{@link org.bayeux.oort.link.Nodes} knows who is there, {@link org.bayeux.oort.link.Peer} is one of them, with an
 * {@link org.bayeux.oort.link.OutLink} to it and an {@link org.bayeux.oort.link.InLink} from it. Internal.
 */
@NullMarked
package org.bayeux.oort.link;

import org.jspecify.annotations.NullMarked;
