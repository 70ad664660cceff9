/**
 * Named things of which each node owns a part and knows those of all others, and actions that nodes ask of each other.
 *
 * <p>{@link org.bayeux.oort.object.Commons} has all of them, {@link org.bayeux.oort.object.Parts} is one. Knows the links
 * between nodes. Internal.
 */
@NullMarked
package org.bayeux.oort.object;

import org.jspecify.annotations.NullMarked;
