package org.bayeux.server.engine.dispatch;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.bayeux.api.Channel;
import org.bayeux.api.Message;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.server.config.BrowserConfig;
import org.bayeux.server.engine.message.Advice;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.session.ConnectRequest;
import org.bayeux.server.engine.session.Release;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.engine.watch.TransportFigures;

/**
 * {@code /meta/connect}: the heartbeat that lets messages through (appendix C, 4.2). It is held until there is something
 * to say; at once there is if the client has not heard its times yet.
 */
final class ConnectHandler implements Handler {

    private final MetaListeners listeners;
    private final BrowserHolds holds;
    private final BrowserConfig browsers;
    private final ReplyFinisher finisher;

    ConnectHandler(MetaListeners listeners, BrowserHolds holds, BrowserConfig browsers, ReplyFinisher finisher) {
        this.listeners = listeners;
        this.holds = holds;
        this.browsers = browsers;
        this.finisher = finisher;
    }

    @Override
    public CompletionStage<Outcome> handle(Request request) {
        return Outcome.after(
                listeners.ask(Channel.META_CONNECT, request.session(), request.message()),
                request,
                () -> connect(request, request.session()));
    }

    private Outcome connect(Request request, SessionHandle session) {
        request.succeed();
        if (session.session().isClosed()) {
            return ended(request, session);
        }
        Duration wait = Advice.requested(request.message(), Message.INTERVAL_FIELD, session.interval());
        boolean mayHold = request.exchange().mayHold();
        Duration hold =
                mayHold ? Advice.requested(request.message(), Message.TIMEOUT_FIELD, session.timeout()) : Duration.ZERO;
        boolean back = hold.isZero() && request.message().getAdvice() != null;
        if (session.heartbeat().takeAdviceDue() || back) {
            // Java clients that are back on a new WebSocket know no times any more, and would soon give up what is
            // held.
            Advice.retry(request.reply(), session.interval(), session.timeout());
            hold = Duration.ZERO;
        }
        if (hold.isZero()) {
            return answer(request, session, wait);
        }
        String browser =
                request.exchange().isStreaming() ? null : session.origin().browserId();
        if (browser == null) {
            return hold(request, session, hold, wait, () -> {});
        }
        if (!holds.tryHold(browser, session.getId(), mostHeld(request))) {
            return answerOneOfMany(request, session);
        }
        Runnable release = () -> holds.release(browser, session.getId());
        if (session.heartbeat().sharesBrowser(false)) {
            // The other sessions are gone: the client has to hear that it need not wait between connects any more.
            release.run();
            Advice.retry(request.reply(), session.interval(), session.timeout());
            return answer(request, session, wait);
        }
        return hold(request, session, hold, wait, release);
    }

    /** Over HTTP/2 browsers send all requests on one connection, and any number at once. */
    private int mostHeld(Request request) {
        BayeuxContext context = request.message().getBayeuxContext();
        String protocol = context == null ? null : context.getProtocol();
        return protocol != null && protocol.startsWith("HTTP/2")
                ? browsers.http2MaxSessionsPerBrowser()
                : browsers.maxSessionsPerBrowser();
    }

    private Outcome hold(Request request, SessionHandle session, Duration hold, Duration wait, Runnable released) {
        HeldReply reply = new HeldReply(request, session, finisher);
        TransportFigures figures = request.exchange().figures();
        Runnable letGo = () -> {
            figures.releases();
            released.run();
        };
        session.heartbeat().suspended(request.message(), hold.toMillis());
        figures.holds();
        boolean held =
                session.session().connect(new ConnectRequest(request.exchange().outlet(), hold, wait, reply, letGo));
        if (held) {
            return Outcome.HELD;
        }
        letGo.run();
        session.heartbeat().resumed(request.message(), false);
        return session.session().isClosed() ? ended(request, session) : Outcome.REPLIED;
    }

    private Outcome answer(Request request, SessionHandle session, Duration wait) {
        session.session().connect(atOnce(request, session, wait));
        return session.session().isClosed() ? ended(request, session) : Outcome.REPLIED;
    }

    /** An extension or listener may have sent the client away because of this very connect: it must not come back. */
    private static Outcome ended(Request request, SessionHandle session) {
        if (Release.of(session.session()) != Release.DISCONNECTED) {
            return request.refuseUnknown();
        }
        Advice.none(request.reply());
        // As a failure: the Java client would take a success with that advice for a disconnect of its own, and wait.
        return request.reject(BayeuxError.SESSION_UNKNOWN);
    }

    private Outcome answerOneOfMany(Request request, SessionHandle session) {
        Duration wait = browsers.multiSessionInterval();
        if (wait.isZero()) {
            request.refuse(BayeuxError.TOO_MANY_SESSIONS);
            Advice.tooManyClients(request.reply());
            return Outcome.REPLIED;
        }
        session.heartbeat().sharesBrowser(true);
        Advice.multipleClients(request.reply(), wait, session.timeout());
        return answer(request, session, wait);
    }

    private ConnectRequest atOnce(Request request, SessionHandle session, Duration wait) {
        HeldReply never = new HeldReply(request, session, finisher);
        return new ConnectRequest(request.exchange().outlet(), Duration.ZERO, wait, never, () -> {});
    }
}
