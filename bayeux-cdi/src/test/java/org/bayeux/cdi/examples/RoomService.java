package org.bayeux.cdi.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.ServerSession;

@Service
public class RoomService {

    @Inject
    private Rooms archive;

    public record Line(String author, String text) {}

    @Listener("/rooms/{room}")
    public boolean said(Line line, @Param("room") int room, ServerSession from) {
        return archive.has(room);
    }

    @RemoteCall("rooms/{room}/last")
    public CompletionStage<List<Line>> last(@Param("room") int room, int count) {
        return archive.last(room, count);
    }

    @ApplicationScoped
    static class Rooms {

        boolean has(int room) {
            return room < 100;
        }

        CompletionStage<List<Line>> last(int room, int count) {
            return CompletableFuture.completedFuture(List.of(new Line("room " + room, count + " lines")));
        }
    }
}
