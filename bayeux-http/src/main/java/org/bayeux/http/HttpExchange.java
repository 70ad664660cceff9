package org.bayeux.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, answered once: within the call of the servlet, or later if it is suspended before.
 *
 * <p>Thread-safe: {@code taken} lets one party answer, and only that one touches the response. The thread that suspends
 * the exchange does so before others learn of it. What is known of the request, and an answer that leaves bit by bit, are
 * written by who processes it, read by the container's thread that notices the loss of the client.
 */
final class HttpExchange implements AsyncListener {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Patience patience;
    private final Set<String> namedRoles;
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile @Nullable AsyncContext suspended;
    private volatile @Nullable HttpContext context;
    private volatile @Nullable SlowAnswer leaving;
    private volatile @Nullable FirstThread firstThread;

    /** The application names those roles. */
    HttpExchange(HttpServletRequest request, HttpServletResponse response, Patience patience, Set<String> namedRoles) {
        this.request = request;
        this.response = response;
        this.patience = patience;
        this.namedRoles = namedRoles;
    }

    HttpServletRequest request() {
        return request;
    }

    /** The request as applications see it until it is answered. */
    HttpContext openContext() {
        HttpContext opened = new HttpContext(request);
        opened.keep(firstThread);
        context = opened;
        return opened;
    }

    /** Lets the answer come later, by any thread. Does nothing if it may already. */
    void suspend() {
        if (suspended == null) {
            FirstThread known = FirstThread.of(request, namedRoles);
            firstThread = known;
            HttpContext open = context;
            if (open != null) {
                open.keep(known);
            }
            AsyncContext started = request.startAsync(request, response);
            // The engine knows how long a connect is held; the container's limit would answer with an error page.
            started.setTimeout(0);
            // Before the container may tell of a loss, which completes it.
            suspended = started;
            started.addListener(this);
        }
    }

    /** Whether the caller may answer; it has to then. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    /** Says why there is no other answer, unless there is one. */
    void refuse(Refused reason) {
        HttpLog.refused(reason);
        answer(Answer.of(reason));
    }

    /** The client has gone, or cannot be understood any more. */
    void abandon() {
        answer(HttpServletResponse.SC_BAD_REQUEST);
    }

    /** Answers without a body, unless there is another answer. */
    void answer(int status) {
        answer(Answer.bare(status));
    }

    private void answer(Answer answer) {
        if (take()) {
            send(answer, failure -> {});
        }
    }

    /**
     * Sends the answer; called by who has taken the exchange. May block while the client takes what fits into the buffer
     * of the container, not longer.
     */
    void send(Answer answer, SlowAnswer.Outcome outcome) {
        Throwable failure = null;
        try {
            endContext();
            answer.writeHead(response);
            if (mustLeaveBitByBit(answer)) {
                sendBitByBit(answer, outcome);
                return;
            }
            answer.writeBody(response);
        } catch (IOException | RuntimeException | Error e) {
            // Servers write some of what escapes from here into the response.
            failure = e;
        }
        end(failure, outcome);
    }

    /** A wrapper of the application may know nothing of listeners. When the server stops there is no later. */
    private boolean mustLeaveBitByBit(Answer answer) {
        return answer.body().length() > response.getBufferSize()
                && !(response instanceof HttpServletResponseWrapper)
                && !patience.isOver();
    }

    private void sendBitByBit(Answer answer, SlowAnswer.Outcome outcome) throws IOException {
        suspend();
        SlowAnswer slow = new SlowAnswer(response.getOutputStream(), answer.body(), patience, it -> end(it, outcome));
        leaving = slow;
        slow.start();
    }

    private void end(@Nullable Throwable failure, SlowAnswer.Outcome outcome) {
        complete();
        if (failure != null) {
            HttpLog.answerLost(failure);
        }
        outcome.sent(failure);
    }

    private void endContext() {
        HttpContext open = context;
        if (open != null) {
            open.end();
        }
    }

    private void complete() {
        AsyncContext started = suspended;
        if (started != null) {
            try {
                started.complete();
            } catch (RuntimeException e) {
                // The container has ended it first.
                HttpLog.answerLost(e);
            }
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        Throwable cause = event.getThrowable();
        lost(cause == null ? new IOException("The connection failed") : cause);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        lost(new IOException("The container has given the request up"));
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}

    /** What comes for the client from now on is not written, and so kept. */
    private void lost(Throwable cause) {
        SlowAnswer slow = leaving;
        if (take()) {
            endContext();
            end(cause, failure -> {});
        } else if (slow != null) {
            slow.onError(cause);
        }
    }
}
