package org.bayeux.oort.event;

/**
 * From now on a user has no session on a node any more, on whichever node this is observed. Synchronous observers hear of one user after another, in the order in which it
 * happened; asynchronous ones in any.
 *
 * @param url the name of that node, perhaps this one
 * @param userId the user
 */
public record PresenceRemoved(String url, String userId) {}
