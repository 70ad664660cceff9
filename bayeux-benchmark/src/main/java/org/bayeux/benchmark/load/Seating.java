package org.bayeux.benchmark.load;

/** Where clients are. Immutable. */
interface Seating {

    /** Which of the target's nodes a client is connected to. */
    int node(int client);

    /** The rooms that a client is in. */
    int[] rooms(int client);

    /** A new round of all that they have to say. */
    Schedule schedule();
}
