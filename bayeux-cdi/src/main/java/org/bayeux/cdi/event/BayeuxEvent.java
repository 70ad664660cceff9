package org.bayeux.cdi.event;

/**
 * Something that happened to a session or a channel. Observe one of its kinds, or this one for all of them.
 *
 * <p>Events of one session come to synchronous observers one after another, in the order in which it happened; each is told
 * before what caused it is answered, on the thread of the server that noticed it. Asynchronous observers run on threads of
 * the container, in any order.
 */
public sealed interface BayeuxEvent
        permits SessionAdded,
                SessionRemoved,
                Subscribed,
                Unsubscribed,
                ChannelAdded,
                ChannelRemoved,
                ConnectionLost,
                ConnectionResumed {}
