package org.bayeux.oort.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final List<String> ran = new ArrayList<>();
    private final Lane lane = new Lane(Runnable::run);

    @Test
    void tasksRunBehindOneThatFailsForWhateverReason() {
        lane.run(() -> {
            throw new OutOfMemoryError("as a test says");
        });
        lane.add(() -> {
            throw new IllegalStateException();
        });
        lane.addAtOnce(() -> ran.add("second"));
        lane.wake(2);

        lane.run(() -> ran.add("third"));

        assertThat(ran).containsExactly("second", "third");
    }
}
