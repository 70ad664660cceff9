package org.bayeux.oort.event;

/**
 * Messages from or to another node that is there may have been missed, since it could not be reached for too long or was too
 * slow; where it was given up meanwhile, this comes right behind its {@link MemberJoined}. Synchronous observers hear of one
 * node one after another, in the order in which it happened; asynchronous ones in any.
 *
 * @param url the name of that node
 */
public record MessagesMissed(String url) {}
