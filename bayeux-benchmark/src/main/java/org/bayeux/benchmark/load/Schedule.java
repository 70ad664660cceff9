package org.bayeux.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Says who sends the next batch, and to which rooms. Confined to one thread. */
final class Schedule {

    private static final long SEED = 7;

    private final Workload workload;
    private final String filling;
    private final Random random = new Random(SEED);
    private int nextClient;
    private int nextRoom;
    private int nextNumber;

    Schedule(Workload workload) {
        this.workload = workload;
        this.filling = "x".repeat(workload.messageSize());
    }

    /** Which client sends the next batch. */
    int client() {
        return workload.randomize() ? random.nextInt(workload.clients()) : nextClient++ % workload.clients();
    }

    Batch batch(long planned) {
        List<Integer> rooms = new ArrayList<>();
        for (int i = 0; i < workload.batchSize(); i++) {
            rooms.add(workload.randomize() ? random.nextInt(workload.rooms()) : nextRoom++ % workload.rooms());
        }
        Batch batch = new Batch(planned, nextNumber, rooms, filling);
        nextNumber += rooms.size();
        return batch;
    }
}
