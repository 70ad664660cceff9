package org.bayeux.server.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.server.ServerAnnotationProcessor;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** What a callback takes and returns is something that a message can carry, and is known when the class is read. */
class CallbackTypesTest {

    /** What is said. */
    public record Line(String text) {}

    static class Heard<T, U> {

        final List<Object> all = new ArrayList<>();

        @Listener("/lines")
        public void listen(T data) {
            all.add(data);
        }
    }

    static class HeardFirst<T> extends Heard<T, String> {}

    @Service
    static class Lines extends HeardFirst<Line> {}

    @Test
    void typeParameterOfASuperclassIsTheTypeThatTheServiceGivesIt() {
        InMemoryServer server = InMemoryServer.start();
        Lines lines = new Lines();
        new ServerAnnotationProcessor(server.bayeux()).process(lines);

        server.socket().joins().publishes("/lines", "{'text':'hello'}");

        assertThat(lines.all).containsExactly(new Line("hello"));
    }

    @Service
    @SuppressWarnings("rawtypes") // that is the mistake
    static class Unknown extends Heard {}

    @Service
    static class UnknownParts<T> {

        @Listener("/lines")
        public void listen(List<T> data) {}
    }

    @Test
    void typeParameterWithoutAValueIsAProblem() {
        assertThat(codes(Unknown.class)).containsExactly("BYX-1520");
        assertThat(codes(UnknownParts.class)).containsExactly("BYX-1520");
    }

    @Service
    static class Futures {

        @RemoteCall("blocking")
        public Future<String> blocking() {
            return new CompletableFuture<>();
        }

        @RemoteCall("sound")
        public CompletableFuture<String> sound() {
            return new CompletableFuture<>();
        }
    }

    @Test
    void promiseThatNeverTellsWhenItIsKeptIsAProblem() {
        assertThat(codes(Futures.class)).containsExactly("BYX-1514");
    }

    @Service
    static class Prefixed {

        @RemoteCall("/service/a")
        public void prefixed() {}

        @RemoteCall("service/b")
        public void sound() {}
    }

    @Test
    void targetDoesNotBeginWithTheChannelOfServices() {
        assertThat(codes(Prefixed.class)).containsExactly("BYX-1506");
    }

    @Service
    static class Payloads {

        @Listener("/a")
        public void bean(Lines lines) {}

        @Listener("/b")
        public void json(JsonObject data) {}
    }

    @Test
    void serviceIsNoPayload() {
        assertThat(codes(Payloads.class)).containsExactly("BYX-1515");
    }

    private static List<String> codes(Class<?> type) {
        return ServiceReader.read(type, AnnotationSource.compiled()).problems().stream()
                .map(ServiceProblem::code)
                .toList();
    }
}
