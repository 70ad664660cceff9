package org.bayeux.benchmark.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * As many clients at each node of a cluster. Some rooms are wide, with as many members on each node; the others are local,
 * with all members on one node, the nodes taking turns. All have the same number of members, so a message makes as many
 * deliveries in either; and the next few rooms have other members, so that it makes as many frames. Immutable.
 */
final class SpreadSeating implements Seating {

    private static final long SEED = 42;
    private static final int ALL = 100;

    private final Workload workload;
    private final int nodes;
    private final int widePercent;
    private final List<List<Integer>> roomsOfClients;
    private final List<List<Integer>> membersOfRooms = new ArrayList<>();

    /**
     * Seats all.
     *
     * @param widePercent how many of a hundred rooms are wide
     * @throws IllegalArgumentException if rooms or nodes would not be equal
     */
    SpreadSeating(Workload workload, int nodes, int widePercent) {
        this.workload = workload;
        this.nodes = nodes;
        this.widePercent = widePercent;
        this.roomsOfClients = IntStream.range(0, workload.clients())
                .<List<Integer>>mapToObj(client -> new ArrayList<>())
                .toList();
        int seats = workload.clients() * workload.roomsPerClient();
        check(widePercent >= 0 && widePercent <= ALL, "a share is from 0 to 100 per cent");
        check(workload.clients() % nodes == 0, "each node needs the same number of clients");
        check(seats % workload.rooms() == 0, "each room needs the same number of members");
        int members = seats / workload.rooms();
        check(members > 0 && members % nodes == 0, "each node needs the same number of members of a room");
        check(
                widePercent == ALL || members <= workload.clients() / nodes,
                "a node needs clients for all members of a room");
        fill(members);
    }

    private void fill(int members) {
        Random random = new Random(SEED);
        int local = 0;
        for (int room = 0; room < workload.rooms(); room++) {
            membersOfRooms.add(
                    isWide(room) ? everywhere(members / nodes, random) : leastBusy(local++ % nodes, members, random));
            for (int client : membersOfRooms.get(room)) {
                roomsOfClients.get(client).add(room);
            }
        }
    }

    private List<Integer> everywhere(int membersOfNode, Random random) {
        List<List<Integer>> byNodes = IntStream.range(0, nodes)
                .mapToObj(node -> leastBusy(node, membersOfNode, random))
                .toList();
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < membersOfNode; i++) {
            for (List<Integer> ofNode : byNodes) {
                members.add(ofNode.get(i));
            }
        }
        return members;
    }

    /** Those of a node who are in the fewest rooms as yet, by lot where that does not say who. */
    private List<Integer> leastBusy(int node, int count, Random random) {
        return IntStream.range(0, workload.clients())
                .filter(client -> node(client) == node)
                .mapToObj(client ->
                        new Candidate(client, roomsOfClients.get(client).size(), random.nextInt()))
                .sorted(Comparator.comparingInt(Candidate::rooms).thenComparingInt(Candidate::lot))
                .limit(count)
                .map(Candidate::client)
                .toList();
    }

    /** Whether a room has members on all nodes: the wide ones are spread evenly among the others. */
    boolean isWide(int room) {
        return (room + 1) * widePercent / ALL > room * widePercent / ALL;
    }

    List<Integer> members(int room) {
        return membersOfRooms.get(room);
    }

    @Override
    public int node(int client) {
        return client % nodes;
    }

    @Override
    public int[] rooms(int client) {
        return roomsOfClients.get(client).stream().mapToInt(room -> room).toArray();
    }

    @Override
    public Schedule schedule() {
        return new MemberSchedule(workload, membersOfRooms);
    }

    private static void check(boolean fulfilled, String rule) {
        if (!fulfilled) {
            throw new IllegalArgumentException(rule);
        }
    }

    private record Candidate(int client, int rooms, int lot) {}
}
