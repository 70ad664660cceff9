package org.bayeux.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayeux.websocket.Messages.frame;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.bayeux.server.spi.Batch;
import org.junit.jupiter.api.Test;

class SocketOutletTest {

    private final Messages messages = new Messages();
    private final TestSocket socket = new TestSocket();
    private final List<Runnable> tasks = new ArrayList<>();
    private final SocketOutlet outlet = outlet(1);

    @Test
    void batchIsDeliveredWhenItsFrameIsSent() {
        outlet.write(messages.batch("1"));

        assertThat(socket.sent).containsExactly(frame("1"));
        assertThat(messages.outcomes).isEmpty();
        socket.complete();
        assertThat(messages.outcomes).containsExactly("1");
    }

    @Test
    void oneFrameIsUnderWayAtATime() {
        outlet.write(messages.batch("1", "2"));
        outlet.write(messages.batch("3"));

        assertThat(socket.sent).containsExactly(frame("1"));
        socket.complete();
        assertThat(messages.outcomes).isEmpty();
        assertThat(socket.sent).containsExactly(frame("1"), frame("2"));
        socket.complete();
        assertThat(messages.outcomes).containsExactly("12");
        socket.complete();
        assertThat(messages.outcomes).containsExactly("12", "3");
        assertThat(socket.mostUnderWay).isOne();
    }

    @Test
    void messagesShareAFrameAsConfigured() {
        outlet(2).write(messages.batch("1", "2", "3"));

        socket.complete();

        assertThat(socket.sent).containsExactly(frame("1", "2"), frame("3"));
    }

    @Test
    void sendsThatCompleteAtOnceDoNotRecurse() {
        socket.completesAtOnce = true;
        int frames = 100_000;
        String[] data = new String[frames];
        Arrays.fill(data, "x");

        outlet.write(messages.batch(data));
        runTasks();

        assertThat(socket.sent).hasSize(frames);
        assertThat(messages.outcomes).hasSize(1);
    }

    @Test
    void batchesWrittenOnDeliveryKeepTheirTurn() {
        socket.completesAtOnce = true;
        List<String> order = new ArrayList<>();
        Batch second = new Batch(List.of(Messages.message("2")), null, (it, failure) -> order.add("2"));
        Batch first = new Batch(List.of(Messages.message("1")), null, (it, failure) -> {
            outlet.write(second);
            order.add("1");
        });

        outlet.write(first);

        assertThat(order).containsExactly("1", "2");
        assertThat(socket.sent).containsExactly(frame("1"), frame("2"));
    }

    @Test
    void longRowIsHandedToAManagedThread() {
        socket.completesAtOnce = true;
        String[] data = new String[40];
        Arrays.fill(data, "x");

        outlet.write(messages.batch(data));

        assertThat(socket.sent).hasSize(32);
        runTasks();
        assertThat(socket.sent).hasSize(40);
    }

    @Test
    void longRowIsSentByTheCallerOnceThereAreNoManagedThreads() {
        socket.completesAtOnce = true;
        SocketOutlet stopping = new SocketOutlet(socket, socket, new FrameSplitter(1, 1000), task -> {
            throw new RejectedExecutionException();
        });
        String[] data = new String[100];
        Arrays.fill(data, "x");

        stopping.write(messages.batch(data));

        assertThat(socket.sent).hasSize(100);
    }

    @Test
    void failedSendFailsAllThatWaits() {
        outlet.write(messages.batch("1", "2"));
        outlet.write(messages.batch("3"));

        socket.fail();

        assertThat(socket.sent).hasSize(1);
        assertThat(messages.outcomes).containsExactly("12 failed", "3 failed");
        assertThat(socket.closes).containsExactly(1011);
    }

    @Test
    void messagesOfFramesThatWereSentAreNotFailed() {
        List<Integer> unsent = new ArrayList<>();
        List<org.bayeux.wire.BayeuxMessage> three =
                List.of(Messages.message("1"), Messages.message("2"), Messages.message("3"));
        outlet.write(
                new Batch(three, null, (it, failure) -> unsent.add(it.unsent().size())));
        socket.complete();

        socket.fail();

        assertThat(unsent).containsExactly(2);
    }

    @Test
    void abandonedOutletSettlesAtOnce() {
        outlet.write(messages.batch("1", "2"));
        outlet.write(messages.batch("3"));

        outlet.abandon();

        assertThat(messages.outcomes).containsExactly("12 failed", "3 failed");
        assertThat(socket.closes).containsExactly(1000);
    }

    @Test
    void refusedSendFailsAllThatWaits() {
        socket.refusal = new IllegalStateException("closed");

        outlet.write(messages.batch("1", "2"));

        assertThat(messages.outcomes).containsExactly("12 failed");
        assertThat(socket.closes).containsExactly(1011);
    }

    @Test
    void endFailsWhatIsUnderWayAndWhatWaitsOnce() {
        outlet.write(messages.batch("1"));
        outlet.write(messages.batch("2"));

        outlet.end(new IOException("gone"));
        socket.complete();

        assertThat(messages.outcomes).containsExactly("1 failed", "2 failed");
        assertThat(socket.sent).hasSize(1);
    }

    @Test
    void writingAfterTheEndFails() {
        outlet.end(new IOException("gone"));

        outlet.write(messages.batch("1"));

        assertThat(messages.outcomes).containsExactly("1 failed");
        assertThat(socket.sent).isEmpty();
    }

    @Test
    void closeWaitsForWhatWasWritten() {
        outlet.write(messages.batch("1"));
        outlet.write(messages.batch("2"));
        outlet.close();
        outlet.write(messages.batch("3"));

        assertThat(messages.outcomes).containsExactly("3 failed");
        assertThat(socket.closes).isEmpty();
        socket.complete();
        socket.complete();
        assertThat(messages.outcomes).containsExactly("3 failed", "1", "2");
        assertThat(socket.closes).containsExactly(1000);
    }

    @Test
    void idleSocketClosesAtOnceAndOnce() {
        outlet.close();
        outlet.close();

        assertThat(socket.closes).containsExactly(1000);
    }

    @Test
    void clientThatLetsTooMuchWaitIsGivenUp() {
        String quarter = "x".repeat(SocketOutlet.MOST_WAITING / 4);
        outlet.write(messages.batch("1"));
        for (int i = 0; i < 4; i++) {
            outlet.write(messages.batch(quarter));
        }
        assertThat(messages.outcomes).isEmpty();

        outlet.write(messages.batch("2"));

        assertThat(messages.outcomes).hasSize(6).allMatch(it -> it.endsWith(" failed"));
        assertThat(messages.outcomes).startsWith("1 failed").endsWith("2 failed");
        assertThat(socket.closes).containsExactly(1013);
    }

    @Test
    void oneBatchMayBeAsLongAsItLikes() {
        outlet.write(messages.batch("x".repeat(SocketOutlet.MOST_WAITING * 2)));

        assertThat(socket.sent).hasSize(1);
        assertThat(socket.closes).isEmpty();
    }

    private SocketOutlet outlet(int messagesPerFrame) {
        return new SocketOutlet(socket, socket, new FrameSplitter(messagesPerFrame, 1000), tasks::add);
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.remove(0).run();
        }
    }
}
