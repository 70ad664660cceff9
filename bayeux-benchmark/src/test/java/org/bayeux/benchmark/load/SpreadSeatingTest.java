package org.bayeux.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadSeatingTest {

    private static final int NODES = 4;

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 100})
    void everyRoomHasTheSameNumberOfMembersWhateverTheShare(int widePercent) {
        SpreadSeating seating = new SpreadSeating(workload(), NODES, widePercent);

        assertThat(rooms())
                .allSatisfy(
                        room -> assertThat(seating.members(room)).hasSize(100).doesNotHaveDuplicates());
        assertThat(rooms().stream().filter(seating::isWide)).hasSize(widePercent);
    }

    @Test
    void aWideRoomHasAsManyMembersOnEachNodeAndALocalOneAllOnOne() {
        SpreadSeating seating = new SpreadSeating(workload(), NODES, 10);

        assertThat(rooms()).allSatisfy(room -> {
            long[] byNode = IntStream.range(0, NODES)
                    .mapToLong(node -> seating.members(room).stream()
                            .filter(client -> seating.node(client) == node)
                            .count())
                    .sorted()
                    .toArray();
            assertThat(byNode)
                    .containsExactly(seating.isWide(room) ? new long[] {25, 25, 25, 25} : new long[] {0, 0, 0, 100});
        });
    }

    @Test
    void localRoomsAreOnAllNodesInTurn() {
        SpreadSeating seating = new SpreadSeating(workload(), NODES, 0);

        List<Integer> homes = rooms().stream()
                .map(room -> seating.node(seating.members(room).get(0)))
                .limit(5)
                .toList();

        assertThat(homes).containsExactly(0, 1, 2, 3, 0);
    }

    @Test
    void clientsKnowTheRoomsTheyAreMembersOf() {
        SpreadSeating seating = new SpreadSeating(workload(), NODES, 10);

        assertThat(IntStream.range(0, 1000).boxed()).allSatisfy(client -> assertThat(
                        Arrays.stream(seating.rooms(client)).boxed())
                .hasSizeBetween(9, 11)
                .allSatisfy(room -> assertThat(seating.members(room)).contains(client)));
    }

    @Test
    void whoSendsIsInTheRoom() {
        SpreadSeating seating = new SpreadSeating(workload(), NODES, 10);
        Schedule schedule = seating.schedule();

        assertThat(IntStream.range(0, 1000).mapToObj(schedule::next))
                .allSatisfy(batch ->
                        assertThat(seating.members(batch.rooms().get(0))).contains(batch.client()));
    }

    @Test
    void numbersOfMessagesNeverRepeat() {
        Schedule schedule = new SpreadSeating(workload(), NODES, 10).schedule();

        assertThat(List.of(
                        schedule.next(0).first(),
                        schedule.next(0).first(),
                        schedule.next(0).first()))
                .containsExactly(0, 2, 4);
    }

    @Test
    void aRoomOfAllNeedsOneClientOfEachNode() {
        Workload workload = workload().amongFew(2);

        assertThat(new SpreadSeating(workload, 2, 100).members(0)).containsExactly(0, 1);
    }

    @Test
    void whatCannotBeSpreadEvenlyIsRefused() {
        assertThatThrownBy(() -> new SpreadSeating(workload(), 3, 0))
                .hasMessage("each node needs the same number of clients");
        assertThatThrownBy(() -> new SpreadSeating(workload(), 8, 0)).hasMessageContaining("members of a room");
        assertThatThrownBy(() -> new SpreadSeating(workload(), 20, 0))
                .hasMessage("a node needs clients for all members of a room");
        assertThatThrownBy(() -> new SpreadSeating(workload(), 2, 101)).hasMessageContaining("per cent");
    }

    private static List<Integer> rooms() {
        return IntStream.range(0, 100).boxed().toList();
    }

    /** A thousand clients in ten of a hundred rooms, two messages at once. */
    private static Workload workload() {
        return new Workload(
                Transport.WEBSOCKET,
                Purpose.FAN_OUT,
                "/chat/demo",
                100,
                10,
                false,
                1000,
                1,
                2,
                Duration.ofMillis(10),
                50,
                false);
    }
}
