/**
 * Which users are present on which nodes, and messages to them wherever they are.
 *
 * <p>{@link org.bayeux.oort.seti.Users} knows them, {@link org.bayeux.oort.seti.Letters} go to them. Knows what nodes have in
 * common. Internal.
 */
@NullMarked
package org.bayeux.oort.seti;

import org.jspecify.annotations.NullMarked;
