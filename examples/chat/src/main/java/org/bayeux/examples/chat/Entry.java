package org.bayeux.examples.chat;

import org.jspecify.annotations.Nullable;

/**
 * What a browser sends to enter the chat. Public for JSON-B.
 *
 * @param name that the guest wants to have; null if the browser sent none
 */
public record Entry(@Nullable String name) {}
