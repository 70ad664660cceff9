package org.bayeux.benchmark.load;

import java.util.List;

/**
 * Messages that one client sends at once.
 *
 * @param client who sends them
 * @param planned when they are to be sent, in nanoseconds of the run's clock
 * @param first the number of the first of them; the others follow
 * @param rooms to which room each goes
 * @param filling what is in each message besides
 */
record Batch(int client, long planned, int first, List<Integer> rooms, String filling) {

    /** As the rooms are now. */
    Batch {
        rooms = List.copyOf(rooms);
    }
}
