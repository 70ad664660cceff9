package org.bayeux.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    @Test
    void aRateIsOfDeliveries() {
        // 1,000 clients in 10 of 100 rooms: each message goes to 100, each batch of 10 to 1,000.
        Workload workload = Workload.usual().atRate(80_000, Duration.ofSeconds(10));

        assertThat(workload.batchCount()).isEqualTo(800);
        assertThat(workload.pause()).isEqualTo(Duration.ofNanos(12_500_000));
    }

    @Test
    void nobodyCanBeInMoreRoomsThanThereAre() {
        assertThatThrownBy(() -> new Workload(
                        Transport.WEBSOCKET, Purpose.FAN_OUT, "/a", 5, 6, false, 1, 1, 1, Duration.ZERO, 0, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rooms-per-client is 6, but there are only 5 rooms");
    }

    @Test
    void aChannelIsAName() {
        assertThatThrownBy(() -> Workload.usual().in("/chat/**"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/chat/**");
    }
}
