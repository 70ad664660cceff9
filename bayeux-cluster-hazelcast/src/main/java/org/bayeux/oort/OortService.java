package org.bayeux.oort;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.oort.object.Answer;
import org.bayeux.oort.object.Calls;
import org.bayeux.oort.object.ObjectLog;
import org.jspecify.annotations.Nullable;

/**
 * A service that lets the node that owns something act on it (manual 9.7.2): {@link #forward} sends an action to the owner,
 * there {@link #onForward} does it, and {@link #onForwardSucceeded} or {@link #onForwardFailed} hears of it here. It makes no
 * difference whether the owner is this node.
 *
 * <p>What is forwarded travels as JSON, on no channel: no client can read or send it. An action is done once or not at all;
 * when it failed because the owner left or did not answer in time, it is not known which.
 *
 * <p>Thread-safe. The methods of the application are called by threads of the server, several at a time.
 *
 * @param <R> results, which are as JSON carries them
 * @param <C> what the application wants to have at hand when the result comes
 */
public abstract class OortService<R, C> {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Oort oort;
    private final String name;
    private final Calls.Service calls = this::asked;

    /** Written by whoever configures it. */
    private volatile Duration timeout = LIMIT;

    /** Written by whoever starts and stops it. */
    private volatile @Nullable LocalSession session;

    /**
     * Makes a service, which is to be {@link #start started} before it is used.
     *
     * @param name the same on all nodes, another for each service of a node
     */
    protected OortService(Oort oort, String name) {
        this.oort = oort;
        this.name = name;
    }

    /** The node. */
    public final Oort getOort() {
        return oort;
    }

    /** What tells this service from others. */
    public final String getName() {
        return name;
    }

    /** How long an owner may take, in milliseconds; 10,000 if nothing else is set. */
    public final long getTimeout() {
        return timeout.toMillis();
    }

    /**
     * Sets how long an owner may take.
     *
     * @param timeout milliseconds, more than 0
     */
    public final void setTimeout(long timeout) {
        if (timeout <= 0) {
            throw new IllegalArgumentException("a timeout of " + timeout + " ms, legal is more than 0");
        }
        this.timeout = Duration.ofMillis(timeout);
    }

    /**
     * A session of this service, for messages that it publishes or delivers.
     *
     * @throws IllegalStateException if it has not been started
     */
    public final LocalSession getLocalSession() {
        LocalSession current = session;
        if (current == null) {
            throw new IllegalStateException("the service '" + name + "' is not started: call start() before using it");
        }
        return current;
    }

    /**
     * Begins to do what nodes ask for.
     *
     * @throws IllegalStateException if the node has started another service of that name, or the security policy refuses
     *     the session of the service
     */
    public void start() {
        oort.commons().calls().offer(name, calls);
        LocalSession own = oort.getBayeuxServer().newLocalSession(name);
        own.handshake();
        if (!own.isHandshook()) {
            oort.commons().calls().withdraw(name, calls);
            throw new IllegalStateException("The security policy refuses the session of '" + name + "'");
        }
        session = own;
    }

    /** Does no more; what others ask for fails. Does nothing if it is not started. */
    public void stop() {
        oort.commons().calls().withdraw(name, calls);
        LocalSession own = session;
        if (own != null) {
            session = null;
            own.disconnect();
        }
    }

    /** Whether it has been started and not been stopped since. */
    public final boolean isRunning() {
        return session != null;
    }

    /**
     * Lets a node do something.
     *
     * @param targetOortURL the owner, perhaps this node, see {@link Oort#getURL()}; {@code null}: there is none, so it fails
     * @param parameter what {@link Request#getData()} is there; anything that the JSON library can write
     * @param context handed to {@link #onForwardSucceeded} or {@link #onForwardFailed}, one of which is called once, by
     *     another thread
     * @throws IllegalStateException if the service has not been started
     * @throws org.bayeux.wire.JsonWriteException if the parameter has no JSON form
     */
    protected void forward(@Nullable String targetOortURL, @Nullable Object parameter, C context) {
        if (!isRunning()) {
            throw new IllegalStateException("the service '" + name + "' is not started: call start() before using it");
        }
        ask(targetOortURL, parameter, answer -> ended(answer, context));
    }

    void ask(@Nullable String url, @Nullable Object parameter, Consumer<Answer> answered) {
        oort.commons().calls().ask(url, name, parameter, timeout, answered);
    }

    @SuppressWarnings("unchecked") // as declared by the application, which knows what JSON makes of its results
    private void ended(Answer answer, C context) {
        ObjectLog.guard(name, () -> {
            if (answer.succeeded()) {
                onForwardSucceeded((R) answer.data(), context);
            } else {
                onForwardFailed(answer.data(), context);
            }
        });
    }

    private CompletionStage<Answer> asked(String url, @Nullable Object data) {
        try {
            return perform(new Request(url, data));
        } catch (Throwable e) {
            ObjectLog.actionFailed(name, e);
            return CompletableFuture.completedFuture(Answer.failure("the service failed"));
        }
    }

    CompletionStage<Answer> perform(Request request) {
        Result<R> result = onForward(request);
        return CompletableFuture.completedFuture(result.answer());
    }

    /** Does it, on the node of the owner. An exception is logged, and counts as a failure of which no details are told. */
    protected abstract Result<R> onForward(Request request);

    /** It was done, on the node that asked for it. */
    protected abstract void onForwardSucceeded(@Nullable R result, C context);

    /**
     * It was not done, or that is not known, on the node that asked for it.
     *
     * @param failure what {@link Result#failure} was made of, or a text if there is no such node, it has left, or it did not
     *     answer in time
     */
    protected abstract void onForwardFailed(@Nullable Object failure, C context);

    /** What is asked for. */
    public static final class Request {

        private final String oortUrl;
        private final @Nullable Object data;

        Request(String oortUrl, @Nullable Object data) {
            this.oortUrl = oortUrl;
            this.data = data;
        }

        /** The node that asks, see {@link Oort#getURL()}. */
        public String getOortURL() {
            return oortUrl;
        }

        /** The parameter, as JSON carries it. */
        public @Nullable Object getData() {
            return data;
        }

        /**
         * The parameter, if it is a map.
         *
         * @throws ClassCastException if it is anything else
         */
        @SuppressWarnings("unchecked") // objects of JSON have such keys
        public Map<String, @Nullable Object> getDataAsMap() {
            if (data instanceof Map<?, ?> map) {
                return (Map<String, @Nullable Object>) map;
            }
            throw new ClassCastException("the parameter is no map: " + data);
        }
    }

    /** What became of it. */
    public static final class Result<R> {

        private final boolean succeeded;
        private final @Nullable R result;
        private final @Nullable Object failure;

        private Result(boolean succeeded, @Nullable R result, @Nullable Object failure) {
            this.succeeded = succeeded;
            this.result = result;
            this.failure = failure;
        }

        /** It was done. */
        public static <R> Result<R> success(@Nullable R result) {
            return new Result<>(true, result, null);
        }

        /** It was not done. */
        public static <R> Result<R> failure(@Nullable Object failure) {
            return new Result<>(false, null, failure);
        }

        private Answer answer() {
            return succeeded ? Answer.success(result) : Answer.failure(failure);
        }
    }

    /** A context with the client's message that led to an action. */
    public static final class ServerContext {

        private final ServerSession session;
        private final ServerMessage message;

        /** Keeps both. */
        public ServerContext(ServerSession session, ServerMessage message) {
            this.session = session;
            this.message = message;
        }

        /** The client's session. */
        public ServerSession getServerSession() {
            return session;
        }

        /** Its message. */
        public ServerMessage getServerMessage() {
            return message;
        }
    }
}
