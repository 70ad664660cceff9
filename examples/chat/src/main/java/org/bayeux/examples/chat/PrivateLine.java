package org.bayeux.examples.chat;

/**
 * One thing that a guest said to another in private. Immutable; public for JSON-B.
 *
 * @param from name of the guest who said it
 * @param to name of the guest it is for
 * @param text what was said, as typed
 * @param time when it was said, in milliseconds since 1970
 */
public record PrivateLine(String from, String to, String text, long time) {}
