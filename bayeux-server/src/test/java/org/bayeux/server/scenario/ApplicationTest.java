package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bayeux.api.MarkedReference;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** What an application makes on the server, channels and local sessions: rows S1, S3, S4. */
class ApplicationTest {

    private final InMemoryServer server = InMemoryServer.start();

    @Test
    void aChannelWhoseInitializerFailsIsNotMade() {
        assertThatThrownBy(() -> server.bayeux().createChannelIfAbsent("/guarded/room", channel -> {
                    throw new IllegalStateException("no authorizer today");
                }))
                .hasMessage("no authorizer today");

        assertThat(server.bayeux().getChannel("/guarded/room")).isNull();
    }

    @Test
    void aChannelCanBeMadeAfterAnInitializerHasFailed() {
        assertThatThrownBy(() -> server.bayeux().createChannelIfAbsent("/guarded", channel -> {
                    throw new IllegalStateException("not yet");
                }))
                .isInstanceOf(IllegalStateException.class);

        MarkedReference<ServerChannel> made =
                server.bayeux().createChannelIfAbsent("/guarded", channel -> channel.setPersistent(true));

        assertThat(made.isMarked()).isTrue();
        assertThat(made.getReference().isPersistent()).isTrue();
    }

    @Test
    void theIdOfALocalSessionBeginsWithItsHint() {
        LocalSession session = server.bayeux().newLocalSession("ec ho");

        session.handshake();

        assertThat(session.getId()).startsWith("echo_").hasSizeGreaterThan(25);
    }
}
