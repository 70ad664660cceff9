package org.bayeux.server.engine.session;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession.HeartBeatListener;
import org.bayeux.api.server.ServerSession.ServerSessionListener;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.watch.Story;

/**
 * The connects of one session: what their replies have to tell, and who listens when they begin and cease to be held.
 *
 * <p>Thread-safe: the flags are written by the exchanges of the session and by the application, read by its exchanges.
 */
public final class Heartbeat {

    private final SessionHandle session;
    private final CopyOnWriteArrayList<ServerSessionListener> listeners;
    private final SessionHost host;
    private final Story story;
    private volatile boolean adviceDue = true;
    private volatile boolean sharesBrowser;

    Heartbeat(SessionHandle session, SessionHost host, CopyOnWriteArrayList<ServerSessionListener> listeners) {
        this.session = session;
        this.listeners = listeners;
        this.host = host;
        this.story = host.watch().story();
    }

    /** Whether the next connect reply has to tell the client its times, which only the first one to ask hears. */
    public boolean takeAdviceDue() {
        if (!adviceDue) {
            return false;
        }
        // Times are written before the flag, so whoever clears it reads those that set it.
        adviceDue = false;
        return true;
    }

    /**
     * Remembers whether other sessions of the same browser use up its connections.
     *
     * @return what was remembered before
     */
    public boolean sharesBrowser(boolean shares) {
        boolean before = sharesBrowser;
        sharesBrowser = shares;
        return before;
    }

    /** The client has to hear its times again. */
    void timesHaveChanged() {
        adviceDue = true;
    }

    /** A connect of the client is about to be held, for so many milliseconds at most. */
    public void suspended(ServerMessage connect, long timeout) {
        if (story.isOn()) {
            story.tell(session, "its connect may be held for " + timeout + " ms");
        }
        tell(it -> it.onSuspended(session, connect, timeout));
    }

    /** A connect of the client is no longer held. */
    public void resumed(ServerMessage connect, boolean timedOut) {
        if (story.isOn()) {
            story.tell(session, timedOut ? "its connect was held for the whole time" : "its connect is let go");
        }
        tell(it -> it.onResumed(session, connect, timedOut));
    }

    private void tell(Consumer<HeartBeatListener> call) {
        if (UserCode.isAny(listeners, HeartBeatListener.class)) {
            host.work(session, () -> UserCode.tell(listeners, HeartBeatListener.class, call));
        }
    }
}
