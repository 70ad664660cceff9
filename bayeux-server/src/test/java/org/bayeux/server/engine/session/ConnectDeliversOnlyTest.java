package org.bayeux.server.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayeux.server.engine.session.TestConnect.REPLY;
import static org.bayeux.server.engine.session.TestSession.TIMEOUT;

import java.time.Duration;
import java.util.List;
import org.bayeux.server.engine.session.SessionState.StreamingHeld;
import org.bayeux.server.engine.session.SessionState.StreamingIdle;
import org.junit.jupiter.api.Test;

/** With {@code metaConnectDeliverOnly} messages leave with replies to connects only, also by sockets. */
class ConnectDeliversOnlyTest {

    private final TestSession it = new TestSession(TestSession.limits(true, -1));
    private final RecordingOutlet socket = RecordingOutlet.socket();

    @Test
    void idleSocketCarriesNothing() {
        it.session.attach(socket);

        it.offer("a");

        assertThat(socket.batches()).isEmpty();
        assertThat(it.queued()).containsExactly("a");
    }

    @Test
    void messageWakesTheHeldConnectOfASocket() {
        it.session.attach(socket);
        it.connect(socket);

        it.offer("a");

        assertThat(socket.batches()).containsExactly(List.of("a", REPLY));
        assertThat(it.state()).isEqualTo(StreamingIdle.class);
    }

    @Test
    void connectIsAnsweredAtOnceWhileMessagesWait() {
        it.session.attach(socket);
        it.offer("a");

        it.connect(socket);

        assertThat(it.state()).isEqualTo(StreamingIdle.class);
        assertThat(it.drain(true)).containsExactly("a");
    }

    @Test
    void lazyMessageWakesTheConnectWhenItIsDue() {
        it.session.attach(socket);
        it.connect(socket);
        it.offerLazy("a", Duration.ofSeconds(1));
        assertThat(it.state()).isEqualTo(StreamingHeld.class);

        it.time.pass(Duration.ofSeconds(1));

        assertThat(socket.batches()).containsExactly(List.of("a", REPLY));
    }

    @Test
    void timeoutTakesLazyMessagesAlong() {
        it.session.attach(socket);
        it.connect(socket);
        it.offerLazy("a", TIMEOUT.multipliedBy(2));

        it.time.pass(TIMEOUT);

        assertThat(socket.batches()).containsExactly(List.of("a", REPLY));
    }

    @Test
    void otherResponsesTakeNothingAlong() {
        it.offer("a");

        assertThat(it.drain(false)).isEmpty();
        assertThat(it.drain(true)).containsExactly("a");
    }

    @Test
    void failedReplyKeepsItsMessages() {
        it.session.attach(socket.slow());
        it.connect(socket);
        it.offer("a");

        socket.fail();

        assertThat(it.queued()).containsExactly("a");
    }
}
