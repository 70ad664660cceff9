package org.bayeux.benchmark.load;

/**
 * What clients say: Bayeux, or the few words that a bare server understands, whose answers look like those of Bayeux.
 *
 * <p>Immutable.
 */
interface Language {

    /** Asks for a client id. */
    String hello();

    /** Subscribes to rooms and asks to be connected, which is answered at once. */
    String join(String clientId, int[] rooms);

    /** Asks to be connected until there is something to say; empty if nobody needs to. */
    String connect(String clientId, long acknowledged);

    /** Ends the session; empty if hanging up does. */
    String leave(String clientId);

    /** Messages to the rooms, all in one. */
    String publish(String clientId, Batch batch);
}
