package org.bayeux.examples.chat;

/**
 * A room as an entry in the list of rooms. Immutable; public for JSON-B.
 *
 * @param name of the room
 * @param members how many guests are in it
 */
public record RoomSummary(String name, int members) {}
