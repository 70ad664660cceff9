package org.bayeux.examples.chat;

/**
 * Somebody who has told a name. Immutable.
 *
 * @param sessionId of the Bayeux session: a secret, never shown to other guests
 * @param name unique among all guests who are here, whatever the case of its letters
 */
record Guest(String sessionId, String name) {}
