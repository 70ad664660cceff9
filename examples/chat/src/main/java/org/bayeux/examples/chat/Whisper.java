package org.bayeux.examples.chat;

import org.jspecify.annotations.Nullable;

/**
 * A private line on its way. Immutable.
 *
 * @param to null if the guest is on another server
 */
record Whisper(@Nullable Guest to, PrivateLine line) {}
