package org.bayeux.cdi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.junit.jupiter.api.Test;

/** Wrong classes do not deploy, and all of them are told at once, in words that somebody has read and approved. */
class ApprovedMessagesTest {

    private static final Pattern MESSAGE = Pattern.compile("BYX-\\d{4}: [^\\n]*");

    @Test
    void everyMistakeIsToldInApprovedWords() throws IOException {
        assertThat(toldOf(ApprovedMessagesTest.class.getDeclaredClasses()))
                .isEqualTo(approved("approved-messages.txt"));
    }

    /** All that is told when an application of these classes is refused, in order. */
    static String toldOf(Class<?>... classes) {
        Throwable refused = catchThrowable(() -> Deployment.of(classes).close());

        return MESSAGE.matcher(String.valueOf(refused))
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .distinct()
                .sorted()
                .collect(joining("\n", "", "\n"));
    }

    static String approved(String file) throws IOException {
        try (InputStream text = ApprovedMessagesTest.class.getResourceAsStream(file)) {
            return new String(text.readAllBytes(), UTF_8);
        }
    }

    @ApplicationScoped
    static class IllegalChannel {
        void observe(@Observes @OnChannel("/chat/*/users") ChannelMessage<String> message) {}
    }

    @ApplicationScoped
    static class NoChannel {
        void observe(@Observes ChannelMessage<String> message) {}
    }

    @ApplicationScoped
    static class NoMessage {
        void observe(@Observes @OnChannel("/chat") ServerMessage message) {}
    }

    @ApplicationScoped
    static class MessageAsPayload {
        void observe(@Observes @OnChannel("/chat") ChannelMessage<ServerMessage> message) {}
    }

    @ApplicationScoped
    static class VetoTooLate {
        void observe(@ObservesAsync @OnChannel("/chat") VetoableMessage<String> message) {}
    }

    @ApplicationScoped
    static class UnknownParameter {
        void observe(@Observes @OnChannel("/chat/{room}") ChannelMessage<String> message, @Param("rom") String room) {}
    }

    @ApplicationScoped
    static class PublisherToEverybody {
        @Inject
        @ToChannel("/**")
        private ChannelPublisher<String> publisher;
    }

    @ApplicationScoped
    static class PublisherToNobody {
        @Inject
        private ChannelPublisher<String> publisher;
    }

    @ApplicationScoped
    static class EventWithTemplate {
        @Inject
        @ToChannel("/prices/{symbol}")
        private Event<String> event;
    }

    @ApplicationScoped
    static class ChannelOfText {
        @Inject
        @ToChannel("/prices")
        private String text;
    }

    @Service
    static class ServiceOnNoChannel {
        @Listener("chat")
        public void listen(ServerSession from, ServerMessage message) {}
    }

    @Service
    @Dependent
    static class FleetingService {}
}
