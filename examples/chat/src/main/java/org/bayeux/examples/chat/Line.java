package org.bayeux.examples.chat;

/**
 * One thing that was said in a room. Immutable; public for JSON-B.
 *
 * @param id counts up by one in each room, so that a browser can sort lines and drop those it has already
 * @param name of the guest who said it, as the server knows it
 * @param text what was said, as typed: whoever shows it has to escape it
 * @param time when it was said, in milliseconds since 1970
 */
public record Line(long id, String name, String text, long time) {}
