package org.bayeux.examples.chat;

/**
 * Event: somebody joined or left a room on another server, and {@link Elsewhere} knows it.
 *
 * @param room its name
 */
public record RoomChanged(String room) {}
