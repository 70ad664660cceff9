/** What CDI observers hear of the nodes of a cluster; {@link org.bayeux.oort.event.MemberJoined}. Depends on nothing. */
@NullMarked
package org.bayeux.oort.event;

import org.jspecify.annotations.NullMarked;
