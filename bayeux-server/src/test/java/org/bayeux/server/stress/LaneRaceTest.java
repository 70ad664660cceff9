package org.bayeux.server.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bayeux.api.Channel;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.server.spi.Connection;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.wire.BayeuxMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("stress")
class LaneRaceTest {

    private final InMemoryServer server = InMemoryServer.start("sweepPeriod", "86400000");
    private final Race race = new Race();

    @AfterEach
    void stop() {
        race.close();
        server.stop();
    }

    @Test
    void arraysOfOneSocketKeepTheirOrderThoughAnswersComeFromElsewhere() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(Race.ROUNDS);
        Queue<CompletableFuture<Boolean>> open = new ConcurrentLinkedQueue<>();
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        server.channel("/service/race").addListener((ServerChannel.AsyncMessageListener) (from, channel, message) -> {
            seen.add(String.valueOf(message.getData()));
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
            open.add(answer);
            return answer;
        });
        Peer peer = Peer.socket(server);
        Wire wire = Wire.socket();
        Connection connection = peer.open(wire);
        Runnable answering = () -> {
            while (answered.getCount() > 0) {
                CompletableFuture<Boolean> answer = open.poll();
                if (answer == null) {
                    Thread.yield();
                } else {
                    answer.complete(true);
                    answered.countDown();
                }
            }
        };
        race.beside(answering);
        race.beside(answering);

        for (int i = 0; i < Race.ROUNDS; i++) {
            BayeuxMessage message = peer.message("/service/race");
            message.setId(Integer.toString(i));
            message.setData(Integer.toString(i));
            connection.receive(List.of(message));
        }

        assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
        connection.receive(List.of(peer.message(Channel.META_DISCONNECT)));
        List<String> all =
                IntStream.range(0, Race.ROUNDS).mapToObj(Integer::toString).toList();
        assertThat(List.copyOf(seen)).isEqualTo(all);
        assertThat(repliesOf(wire)).isEqualTo(all);
    }

    private static List<String> repliesOf(Wire wire) {
        return wire.batches().stream()
                .flatMap(List::stream)
                .filter(message -> message.getChannel().equals("/service/race"))
                .map(BayeuxMessage::getId)
                .toList();
    }
}
