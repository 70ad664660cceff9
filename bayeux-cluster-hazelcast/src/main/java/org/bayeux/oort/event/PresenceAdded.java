package org.bayeux.oort.event;

/**
 * From now on a user has a session on a node, on whichever node this is observed. Synchronous observers hear of one user after another, in the order in which it
 * happened; asynchronous ones in any.
 *
 * @param url the name of that node, perhaps this one
 * @param userId the user
 */
public record PresenceAdded(String url, String userId) {}
