package org.bayeux.oort.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bayeux.api.ChannelId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WishesTest {

    private final Wishes<String> wishes = new Wishes<>();

    private List<String> whoWants(String channel) {
        List<String> nodes = new ArrayList<>();
        wishes.forEach(new ChannelId(channel), nodes::add);
        return nodes;
    }

    @Test
    void messageGoesOnlyToNodesThatObserveItsChannelAndWantIt() {
        wishes.replace("a", List.of("/chat/**"), List.of("/chat/1"));
        wishes.replace("b", List.of("/chat/**"), List.of("/chat/2"));
        wishes.replace("c", List.of("/other"), List.of("/chat/1"));

        assertThat(whoWants("/chat/1")).containsExactly("a");
        assertThat(whoWants("/chat/3")).isEmpty();
    }

    @Test
    void nodeWithOverlappingPatternsIsFoundOnce() {
        wishes.replace("a", List.of("/**", "/chat/*"), List.of("/chat/1", "/chat/*", "/chat/**", "/**"));
        wishes.replace("b", List.of("/**"), List.of("/chat/**", "/**"));

        assertThat(whoWants("/chat/1")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void wishesComeAndGoOneByOne() {
        wishes.replace("a", List.of("/**"), List.of());
        wishes.add("a", "/chat/*");
        assertThat(whoWants("/chat/1")).containsExactly("a");

        wishes.remove("a", "/chat/*");
        assertThat(whoWants("/chat/1")).isEmpty();
    }

    @Test
    void whatANodeSaysAnewReplacesWhatItSaid() {
        wishes.replace("a", List.of("/**"), List.of("/old"));
        wishes.replace("a", List.of("/**"), List.of("/new"));

        assertThat(whoWants("/old")).isEmpty();
        assertThat(whoWants("/new")).containsExactly("a");
    }

    @Test
    void nodeThatLeftWantsNothing() {
        wishes.replace("a", List.of("/**"), List.of("/x"));
        wishes.replace("a", List.of(), List.of());

        assertThat(whoWants("/x")).isEmpty();
    }

    @Test
    @Tag("stress")
    void nodeThatSwapsOnePatternForAnotherIsFoundOnceAllTheTime() throws Exception {
        wishes.replace("a", List.of("/**"), List.of("/chat/*"));
        wishes.replace("b", List.of("/**"), List.of("/chat/1", "/chat/**"));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<?> swaps = executor.submit(() -> {
                while (!over.get()) {
                    wishes.add("a", "/chat/1");
                    wishes.remove("a", "/chat/*");
                    wishes.add("a", "/chat/*");
                    wishes.remove("a", "/chat/1");
                    wishes.replace("a", List.of("/**"), List.of("/chat/*", "/other"));
                }
            });
            for (int i = 0; i < 200_000; i++) {
                assertThat(whoWants("/chat/1")).containsExactlyInAnyOrder("a", "b");
            }
            over.set(true);
            swaps.get();
        } finally {
            over.set(true);
            executor.shutdownNow();
        }
    }
}
