package org.bayeux.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** All at one node, each in any rooms; who speaks need not be in the room. Immutable. */
final class RandomSeating implements Seating {

    private static final long SEED = 42;

    private final Workload workload;
    private final List<int[]> rooms = new ArrayList<>();

    RandomSeating(Workload workload) {
        this.workload = workload;
        Random random = new Random(SEED);
        for (int i = 0; i < workload.clients(); i++) {
            rooms.add(random.ints(0, workload.rooms())
                    .distinct()
                    .limit(workload.roomsPerClient())
                    .toArray());
        }
    }

    @Override
    public int node(int client) {
        return 0;
    }

    @Override
    public int[] rooms(int client) {
        return rooms.get(client).clone();
    }

    @Override
    public Schedule schedule() {
        return new TurnSchedule(workload);
    }
}
