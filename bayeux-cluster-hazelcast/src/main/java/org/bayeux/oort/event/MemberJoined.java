package org.bayeux.oort.event;

/**
 * Another node of the cluster is there: messages go to it and come from it. Synchronous observers hear of one node one after another, in the order in which it happened;
 * asynchronous ones in any.
 *
 * @param url the name of that node
 */
public record MemberJoined(String url) {}
