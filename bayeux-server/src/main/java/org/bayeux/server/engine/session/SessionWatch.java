package org.bayeux.server.engine.session;

import java.util.List;
import java.util.stream.Collectors;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.engine.watch.Figures;
import org.bayeux.server.engine.watch.Story;
import org.bayeux.server.engine.watch.Watch;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.OneLine;
import org.jspecify.annotations.Nullable;

/** Counts and tells what happens to one session. Thread-safe; holds no state of its own. */
final class SessionWatch {

    private final ServerSession session;
    private final Figures figures;
    private final Story story;

    SessionWatch(ServerSession session, Watch watch) {
        this.session = session;
        this.figures = watch.figures();
        this.story = watch.story();
    }

    void added() {
        figures.sessionAdded();
        if (story.isOn()) {
            ServerTransport transport = session.getServerTransport();
            tell("has shaken hands over " + (transport == null ? "nothing, being local" : transport.getName())
                    + ", user agent " + OneLine.of(session.getUserAgent()));
        }
    }

    void dropped(ServerMessage message, String by) {
        figures.dropped(1);
        if (story.isOn()) {
            tell(Story.nameOf(message) + " is dropped by " + by);
        }
    }

    void queueing(ServerMessage message, @Nullable ServerSession sender) {
        if (story.isOn()) {
            tell(Story.nameOf(message) + " from " + (sender == null ? "the server" : sender) + " goes behind the "
                    + session.getQueueSize() + " that wait");
        }
    }

    void leaving(List<BayeuxMessage> messages) {
        figures.delivered(messages.size());
        if (story.isOn()) {
            tell(messages.size() + " leave, " + session.getQueueSize() + " wait: "
                    + messages.stream().map(Story::nameOf).collect(Collectors.joining(", ")));
        }
    }

    void settled(int count, @Nullable Throwable failure) {
        if (story.isOn()) {
            tell(count
                    + (failure == null ? " written" : " not written, kept if the session lives: " + describe(failure)));
        }
    }

    void lost(int count) {
        figures.dropped(count);
        if (story.isOn()) {
            tell(count + " that wait will never leave");
        }
    }

    void acknowledged(long upTo) {
        if (story.isOn()) {
            tell("the client has everything up to connect " + upTo);
        }
    }

    void ended(CloseReason reason, boolean known) {
        if (known) {
            figures.sessionRemoved(reason.isTimeout());
        }
        if (story.isOn()) {
            tell("has ended: " + reason);
        }
        story.forget(session.getId());
    }

    private void tell(String step) {
        story.tell(session, step);
    }

    private static String describe(Throwable failure) {
        return OneLine.of(failure.toString());
    }
}
