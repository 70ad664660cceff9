package org.bayeux.examples.chat;

/** A private line on its way. Immutable. */
record Whisper(Guest to, PrivateLine line) {}
