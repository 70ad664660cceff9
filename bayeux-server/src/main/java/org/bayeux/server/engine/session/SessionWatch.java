package org.bayeux.server.engine.session;

import java.util.List;
import java.util.stream.Collectors;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.engine.watch.Figures;
import org.bayeux.server.engine.watch.Journey;
import org.bayeux.server.engine.watch.Journeys;
import org.bayeux.server.engine.watch.Story;
import org.bayeux.server.engine.watch.Watch;
import org.bayeux.server.spi.Loss;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.OneLine;
import org.jspecify.annotations.Nullable;

/** Counts and tells what happens to one session. Thread-safe; holds no state of its own. */
final class SessionWatch {

    private final ServerSession session;
    private final Figures figures;
    private final Story story;
    private final Journeys journeys;

    SessionWatch(ServerSession session, Watch watch) {
        this.session = session;
        this.figures = watch.figures();
        this.story = watch.story();
        this.journeys = watch.journeys();
    }

    void added() {
        figures.sessionAdded();
        if (story.isOn()) {
            ServerTransport transport = session.getServerTransport();
            tell("has shaken hands over " + (transport == null ? "nothing, being local" : transport.getName())
                    + ", user agent " + OneLine.of(session.getUserAgent()));
        }
    }

    /** A message begins its way to this session alone; {@code null}: nobody follows it, or somebody does already. */
    @Nullable
    Journey begins(ServerMessage message, @Nullable ServerSession sender) {
        return message instanceof BayeuxMessage fresh && fresh.companion() == null
                ? journeys.begin(sender, session, fresh)
                : null;
    }

    void dropped(ServerMessage message, Loss by) {
        figures.dropped(1, by);
        if (story.isOn()) {
            tell(Story.nameOf(message) + " is dropped by " + told(by));
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

    void flushed(List<BayeuxMessage> messages) {
        journeys.flushed(messages);
    }

    void lost(int count, Loss why) {
        figures.dropped(count, why);
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
            figures.sessionRemoved(reason.told());
        }
        if (story.isOn()) {
            tell("has ended: " + reason);
        }
        story.forget(session.getId());
    }

    private void tell(String step) {
        story.tell(session, step);
    }

    private static String told(Loss by) {
        return switch (by) {
            case EXTENSION -> "an extension of the session";
            case LISTENER -> "a listener of the session";
            case QUEUE_FULL -> "the full queue";
            case SESSION_ENDED -> "the end of the session";
        };
    }

    private static String describe(Throwable failure) {
        return OneLine.of(failure.toString());
    }
}
