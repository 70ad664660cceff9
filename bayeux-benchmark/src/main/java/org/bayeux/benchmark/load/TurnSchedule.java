package org.bayeux.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Clients and rooms take their turns, whoever is in which. Confined to one thread. */
final class TurnSchedule implements Schedule {

    private static final long SEED = 7;

    private final Workload workload;
    private final String filling;
    private final Random random = new Random(SEED);
    private int nextClient;
    private int nextRoom;
    private int nextNumber;

    TurnSchedule(Workload workload) {
        this.workload = workload;
        this.filling = "x".repeat(workload.messageSize());
    }

    @Override
    public Batch next(long planned) {
        List<Integer> rooms = new ArrayList<>();
        for (int i = 0; i < workload.batchSize(); i++) {
            rooms.add(workload.randomize() ? random.nextInt(workload.rooms()) : nextRoom++ % workload.rooms());
        }
        Batch batch = new Batch(client(), planned, nextNumber, rooms, filling);
        nextNumber += rooms.size();
        return batch;
    }

    private int client() {
        return workload.randomize() ? random.nextInt(workload.clients()) : nextClient++ % workload.clients();
    }
}
