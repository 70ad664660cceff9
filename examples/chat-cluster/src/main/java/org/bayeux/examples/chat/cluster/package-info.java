/**
 * What makes the chat one chat on several servers.
 *
 * <p>{@link org.bayeux.examples.chat.cluster.OtherNodes} is all there is. Depends on the chat, the Bayeux API, the cluster
 * module and CDI.
 */
@NullMarked
package org.bayeux.examples.chat.cluster;

import org.jspecify.annotations.NullMarked;
