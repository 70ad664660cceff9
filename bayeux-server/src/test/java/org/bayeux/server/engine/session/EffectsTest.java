package org.bayeux.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectsTest {

    private final List<String> done = new ArrayList<>();
    private final Effects effects = new Effects();

    @Test
    void runInTheirOrder() {
        effects.add(() -> done.add("a"));
        effects.add(() -> done.add("b"));

        effects.run();

        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthersFromRunning() {
        effects.add(() -> done.add("a"));
        effects.add(() -> {
            throw new IllegalStateException("a bug");
        });
        effects.add(() -> done.add("b"));

        assertThatThrownBy(effects::run).hasMessage("a bug");

        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void noneIsNoEffort() {
        effects.run();

        assertThat(done).isEmpty();
    }
}
