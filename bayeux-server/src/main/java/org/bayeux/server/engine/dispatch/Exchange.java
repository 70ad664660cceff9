package org.bayeux.server.engine.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.publish.GatheredFlush;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.engine.watch.TransportFigures;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/**
 * One received array: its messages are processed in order, its replies are collected and leave together. If the answer to
 * a message comes later, only this exchange waits for it.
 *
 * <p>Confined to one thread at a time; whoever completes an awaited answer carries on with the rest.
 */
final class Exchange {

    private final EngineConnection connection;
    private final ExchangeEnvironment environment;
    private final List<BayeuxMessage> messages;
    private final List<BayeuxMessage> replies;
    private final Runnable whenDone;
    private final Admission admission;

    /** Ended once, by the outlet that settles the response or by this exchange if that never happens. */
    private final AtomicBoolean openResponse = new AtomicBoolean();

    private final GatheredFlush together;

    private int next;
    private int ended;
    private boolean answered;
    private @Nullable SessionHandle active;
    private @Nullable SessionHandle opened;
    private @Nullable SessionHandle stranger;
    private boolean answersConnect;
    private boolean held;
    private boolean closing;

    Exchange(
            EngineConnection connection,
            ExchangeEnvironment environment,
            List<BayeuxMessage> messages,
            Runnable whenDone) {
        this.connection = connection;
        this.environment = environment;
        int most =
                connection.isLocal() ? Integer.MAX_VALUE : environment.limits().maxMessagesPerBatch();
        this.messages = ReceivedArray.toBeAnswered(messages, most);
        this.replies = new ArrayList<>(this.messages.size());
        this.whenDone = whenDone;
        this.together = environment.broadcaster().gatheredFlush();
        this.admission = new Admission(environment.limits(), this.messages);
    }

    /** Processes what is left; {@code false}: an answer has to be awaited, {@code whenDone} runs at the end. */
    boolean run() {
        return run(() -> {});
    }

    /** Whatever is thrown, those behind this exchange must not wait for ever. */
    private boolean run(Runnable first) {
        connection.enter(environment.current());
        try {
            first.run();
            return messages.size() - next > 1 ? processTogether() : processRest();
        } catch (Throwable e) {
            breakOff(e);
            return true;
        } finally {
            connection.leave(environment.current());
        }
    }

    private boolean processTogether() {
        together.begin();
        try {
            return processRest();
        } finally {
            together.end();
        }
    }

    private boolean processRest() {
        while (next < messages.size()) {
            Request request = begin(messages.get(next++));
            CompletionStage<Outcome> answer = dispatch(request);
            CompletableFuture<Outcome> outcome = answer.toCompletableFuture();
            if (!outcome.isDone()) {
                responseEnds(active);
                together.end();
                answer.whenComplete((later, failure) -> carryOn(request, later, failure));
                return false;
            }
            end(request, outcome.isCompletedExceptionally() ? failed(request, outcome) : outcome.join());
        }
        finish();
        return true;
    }

    boolean isStreaming() {
        return connection.outlet().isStreaming();
    }

    /** On a one-shot outlet a held connect would hold back the replies of its neighbours. */
    boolean mayHold() {
        return isStreaming() || messages.size() == 1;
    }

    Outlet outlet() {
        return connection.outlet();
    }

    /** Lets what the messages of this exchange bring to others leave together. */
    GatheredFlush together() {
        return together;
    }

    TransportFigures figures() {
        return connection.figures();
    }

    SessionHandle newSession() {
        return connection.newSession();
    }

    /** As whom a policy sees who has no session; the same one for the whole exchange, since each costs a random id. */
    SessionHandle stranger() {
        SessionHandle known = stranger;
        if (known == null) {
            known = connection.newSession();
            stranger = known;
        }
        return known;
    }

    @Nullable
    SessionHandle sessionOf(BayeuxMessage message) {
        return connection.sessionOf(message);
    }

    /** Whether the server has stopped, so that clients can only be sent away. */
    boolean isStopped() {
        return connection.isStopped();
    }

    /** A handshake of this exchange was accepted. */
    void opened(SessionHandle session) {
        opened = session;
        connection.opened(session);
    }

    /** A disconnect of this exchange was accepted. */
    void closing() {
        closing = true;
    }

    private Request begin(BayeuxMessage message) {
        message.arrivedBy(connection.context(), connection.transport());
        Request request = environment.dispatcher().request(this, message);
        SessionHandle sender = request.sender();
        environment.current().speaksFor(sender);
        if (message.isMeta()) {
            // Its listeners may take their time.
            together.flush();
        }
        if (sender != null && sender != active) {
            together.flush();
            responseEnds(active);
            leave();
            active = sender;
            admission.begins(sender);
            responseBegins();
            sender.reachedBy(connection.transport());
        }
        return request;
    }

    private CompletionStage<Outcome> dispatch(Request request) {
        try {
            String refusal = admission.refusal(request);
            if (refusal != null) {
                return request.reject(refusal).now();
            }
            return isStopped()
                    ? request.refuseUnknown().now()
                    : environment.dispatcher().dispatch(request);
        } catch (Throwable e) {
            return failed(request, e).now();
        }
    }

    private void carryOn(Request request, @Nullable Outcome outcome, @Nullable Throwable failure) {
        boolean done = run(() -> {
            environment.current().speaksFor(request.sender());
            responseBegins();
            // The verdict that was awaited comes here as part of its request; what follows is that anyway.
            end(request, outcome == null ? failed(request, failure) : outcome);
        });
        if (done) {
            whenDone.run();
        }
    }

    private void breakOff(Throwable failure) {
        DispatchLog.exchangeFailed(failure);
        try {
            if (!answered && (isStreaming() || !held)) {
                messages.stream()
                        .skip(ended)
                        .map(environment.dispatcher()::failure)
                        .forEach(replies::add);
                connection.outlet().write(new Batch(replies, null, Batch.Outcome.IGNORED));
            }
        } catch (Throwable e) {
            failure.addSuppressed(e);
        } finally {
            responseEnds(active);
            leave();
            if (opened != null) {
                // The client may never hear of its session, which then has to expire.
                opened.opened();
            }
        }
    }

    private Outcome failed(Request request, CompletableFuture<Outcome> outcome) {
        return failed(request, outcome.handle((none, failure) -> failure).join());
    }

    private Outcome failed(Request request, @Nullable Throwable failure) {
        DispatchLog.messageFailed(request.channelOrNull(), failure);
        return request.reject(BayeuxError.INTERNAL);
    }

    private void end(Request request, Outcome outcome) {
        if (outcome == Outcome.HELD) {
            held = true;
        } else {
            answersConnect |= request.isConnect();
            if (environment.finisher().finish(request.reply(), request.sender())) {
                replies.add(request.reply());
            }
        }
        ended++;
    }

    private void finish() {
        together.flush();
        if (isStreaming()) {
            finishStreaming();
        } else if (held) {
            responseEnds(active);
        } else {
            finishOneShot();
        }
        leave();
    }

    private void finishStreaming() {
        if (!replies.isEmpty()) {
            answer(batch(answersConnect ? active : null, null));
        }
        if (opened != null) {
            connection.attach(opened);
        }
        if (closing) {
            connection.outlet().close();
        }
    }

    private void finishOneShot() {
        boolean handshake = opened != null;
        answer(batch(handshake ? null : active, handshake ? connection.newBrowserId() : null));
        if (opened != null) {
            opened.opened();
        }
    }

    private void answer(Batch batch) {
        answered = true;
        connection.outlet().write(batch);
    }

    /** The replies behind what waits for this session, which returns to it if the batch does not leave. */
    private Batch batch(@Nullable SessionHandle session, @Nullable String cookie) {
        SessionHandle responding = active;
        List<BayeuxMessage> waiting =
                session == null ? List.of() : session.session().drain(answersConnect);
        List<BayeuxMessage> all = new ArrayList<>(waiting.size() + replies.size());
        all.addAll(waiting);
        all.addAll(replies);
        return new Batch(all, cookie, (it, failure) -> {
            if (session != null) {
                session.session().settled(waiting.size(), failure);
            }
            if (session != null && failure == null) {
                session.session().flushed(waiting);
            } else if (session != null) {
                int sent = Math.min(all.size() - it.unsent().size(), waiting.size());
                session.session().flushed(waiting.subList(0, sent));
                session.session().putBack(waiting.subList(sent, waiting.size()));
            }
            responseEnds(responding, failure == null);
        });
    }

    private void responseBegins() {
        if (active != null && !isStreaming() && openResponse.compareAndSet(false, true)) {
            active.session().responseBegins();
        }
    }

    private void responseEnds(@Nullable SessionHandle session) {
        responseEnds(session, true);
    }

    private void responseEnds(@Nullable SessionHandle session, boolean arrived) {
        if (session != null && openResponse.compareAndSet(true, false)) {
            session.session().responseEnds(arrived);
        }
    }

    private void leave() {
        SessionHandle left = active;
        active = null;
        if (left != null) {
            admission.ends(left);
        }
    }
}
