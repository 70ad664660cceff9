package org.bayeux.server.engine.dispatch;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bayeux.api.Channel;
import org.bayeux.api.Message;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.engine.access.AccessGate;
import org.bayeux.server.engine.access.Verdict;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.message.Advice;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.session.AddressCounts;
import org.bayeux.server.engine.session.CloseReason;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.engine.session.SessionRegistry;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** {@code /meta/handshake}: negotiates version and transport, asks the policy, opens the session (appendix C, 4.1). */
final class HandshakeHandler implements Handler {

    private static final String VERSION = "1.0";

    private final List<String> transports;
    private final AccessGate gate;
    private final MetaListeners listeners;
    private final SessionRegistry sessions;
    private final Iterable<BayeuxServer.BayeuxServerListener> serverListeners;
    private final AddressCounts addresses;
    private final Shortage shortage;
    private final Duration pauseWhenFull;

    HandshakeHandler(
            ServerConfig config,
            AccessGate gate,
            MetaListeners listeners,
            SessionRegistry sessions,
            Iterable<BayeuxServer.BayeuxServerListener> serverListeners,
            AddressCounts addresses,
            Shortage shortage) {
        this.transports = config.allowedTransports();
        this.addresses = addresses;
        this.shortage = shortage;
        this.pauseWhenFull = config.longPolling().maxInterval();
        this.gate = gate;
        this.listeners = listeners;
        this.sessions = sessions;
        this.serverListeners = serverListeners;
    }

    @Override
    public CompletionStage<Outcome> handle(Request request) {
        SessionHandle session = request.session();
        BayeuxMessage reply = request.reply();
        reply.put(Message.VERSION_FIELD, VERSION);
        reply.put(Message.MIN_VERSION_FIELD, VERSION);
        reply.put(Message.SUPPORTED_CONNECTION_TYPES_FIELD, transports);
        InetSocketAddress address = session.isLocalSession() ? null : addressOf(request.message());
        if (addresses.isFull(address)) {
            return refuseForNow(request).now();
        }
        CompletionStage<Verdict> verdict = Verdict.then(
                negotiate(request.message(), session), () -> gate.canHandshake(session, request.message()));
        CompletionStage<Verdict> heard =
                Verdict.then(verdict, () -> listeners.ask(Channel.META_HANDSHAKE, session, request.message()));
        return Outcome.after(heard, request, () -> accept(request, session, address));
    }

    private static @Nullable InetSocketAddress addressOf(BayeuxMessage message) {
        BayeuxContext context = message.getBayeuxContext();
        return context == null ? null : context.getRemoteAddress();
    }

    /** Sessions of those that went away will have expired by then, so whoever is honest gets in by waiting. */
    private Outcome refuseForNow(Request request) {
        shortage.refuses();
        Advice.handshakeLater(request.reply(), pauseWhenFull);
        return request.reject(BayeuxError.TOO_MANY_FROM_ADDRESS);
    }

    private Outcome accept(Request request, SessionHandle session, @Nullable InetSocketAddress address) {
        if (!session.session().hasGoodCredentials()) {
            // Before anybody hears of the session: or a client with nothing better would come again and again.
            return request.refuse(BayeuxError.CREDENTIALS_EXPIRED);
        }
        if (!addresses.entered(session, address)) {
            return refuseForNow(request);
        }
        request.exchange().opened(session);
        // As the first news of the session: whatever ends it meanwhile is told behind that.
        session.note(() -> announce(request, session));
        session.tellNews();
        if (request.exchange().isStopped()) {
            // Whoever stopped the server may have looked for sessions just before this one could be found.
            session.session().close(CloseReason.STOPPED);
            return request.refuseUnknown();
        }
        if (session.session().isClosed()) {
            return request.refuse(BayeuxError.HANDSHAKE_DENIED);
        }
        BayeuxMessage reply = request.reply();
        reply.setClientId(session.getId());
        reply.put(Message.AUTH_SUCCESSFUL_FIELD, true);
        Advice.retry(reply, session.interval(), session.timeout());
        return request.succeed();
    }

    private void announce(Request request, SessionHandle session) {
        sessions.add(session);
        if (session.session().isClosed() && sessions.remove(session)) {
            // The policy has sent the client away before the session could be found, so nobody hears of its end either.
            return;
        }
        session.accepted();
        UserCode.tell(
                serverListeners,
                BayeuxServer.SessionListener.class,
                listener -> listener.sessionAdded(session, request.message()));
    }

    private CompletionStage<Verdict> negotiate(BayeuxMessage message, SessionHandle session) {
        if (session.isLocalSession()) {
            return Verdict.granted();
        }
        if (!speaksOurVersion(message.get(Message.MIN_VERSION_FIELD))) {
            return Verdict.refused(BayeuxError.VERSION_UNSUPPORTED);
        }
        return Verdict.of(
                hasCommonTransport(message.get(Message.SUPPORTED_CONNECTION_TYPES_FIELD)),
                BayeuxError.NO_COMMON_TRANSPORT);
    }

    /** What came before the final version, as 1.0beta, asks for no more than that. */
    private static boolean speaksOurVersion(@Nullable Object minimum) {
        if (!(minimum instanceof String version)) {
            return true;
        }
        return version.startsWith("0") || version.equals("1") || version.matches("1\\.0(\\D.*)?");
    }

    private boolean isTransport(@Nullable Object name) {
        return name != null && transports.contains(name);
    }

    /** Clients in the field leave the list out; what they do next shows what they can. */
    private boolean hasCommonTransport(@Nullable Object offered) {
        return !(offered instanceof Collection<?> names) || names.stream().anyMatch(this::isTransport);
    }
}
