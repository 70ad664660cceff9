/**
 * A chat with rooms, as an example of a Bayeux application.
 *
 * <p>{@link org.bayeux.examples.chat.RoomService} is the one to read first, then {@code ChatRules}; {@code Chat} holds
 * the state. Depends on the Bayeux API and on CDI only.
 */
@NullMarked
package org.bayeux.examples.chat;

import org.jspecify.annotations.NullMarked;
