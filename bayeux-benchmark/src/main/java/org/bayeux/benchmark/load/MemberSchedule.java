package org.bayeux.benchmark.load;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Rooms take turns, and in each its members: who sends is in the room, and so are all messages of a batch. Confined to one
 * thread.
 */
final class MemberSchedule implements Schedule {

    private static final long SEED = 7;

    private final Workload workload;
    private final List<List<Integer>> membersOfRooms;
    private final String filling;
    private final Random random = new Random(SEED);
    private int nextBatch;

    MemberSchedule(Workload workload, List<List<Integer>> membersOfRooms) {
        this.workload = workload;
        this.membersOfRooms = membersOfRooms;
        this.filling = "x".repeat(workload.messageSize());
    }

    @Override
    public Batch next(long planned) {
        int batch = nextBatch++;
        int room = workload.randomize() ? random.nextInt(workload.rooms()) : batch % workload.rooms();
        List<Integer> members = membersOfRooms.get(room);
        // Rooms begin with members of other nodes, so that all nodes have something to do at any time.
        int turn = workload.randomize() ? random.nextInt(members.size()) : batch / workload.rooms() + room;
        return new Batch(
                members.get(turn % members.size()),
                planned,
                batch * workload.batchSize(),
                Collections.nCopies(workload.batchSize(), room),
                filling);
    }
}
