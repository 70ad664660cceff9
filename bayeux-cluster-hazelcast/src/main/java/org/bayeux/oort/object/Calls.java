package org.bayeux.oort.object;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.bayeux.oort.link.Nodes;
import org.bayeux.oort.link.Peer;
import org.bayeux.oort.link.Subject;
import org.bayeux.server.spi.Timers;
import org.bayeux.server.spi.Timers.Timer;
import org.bayeux.wire.JsonContext;
import org.jspecify.annotations.Nullable;

/**
 * Nodes ask services of each other, or of themselves, to do something. Each request ends with one answer: that of the
 * service, or a failure when its node leaves, when the way to it broke, or when it takes too long.
 *
 * <p>Thread-safe: services and open requests are in concurrent maps. Services and those who wait for answers are called by
 * the executor, so what takes long there holds up no link.
 */
public final class Calls implements Subject {

    private static final byte MARK = 'C';

    private final JsonContext json;
    private final Executor threads;
    private final Timers timers;
    private final Map<String, Service> services = new ConcurrentHashMap<>();
    private final Map<Long, Request> open = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /** Those who are asked; set before the first is met. */
    private volatile @Nullable Nodes nodes;

    Calls(JsonContext json, Executor threads, Timers timers) {
        this.json = json;
        this.threads = threads;
        this.timers = timers;
    }

    /** Does what nodes ask for; may be called by several threads at once. */
    @FunctionalInterface
    public interface Service {

        /**
         * Does it.
         *
         * @param url the node that asks
         */
        CompletionStage<Answer> asked(String url, @Nullable Object data);
    }

    void tells(Nodes others) {
        nodes = others;
    }

    /**
     * From now on this node has that service.
     *
     * @throws IllegalStateException if it has one of that name
     */
    public void offer(String name, Service service) {
        if (services.putIfAbsent(name, service) != null) {
            throw new IllegalStateException(
                    "this node has started the service '" + name + "' already; use that one, or another name");
        }
    }

    /** This node does not have that service any more. */
    public void withdraw(String name, Service service) {
        services.remove(name, service);
    }

    /**
     * Asks the service of that name at a node.
     *
     * @param url the node, perhaps this one; {@code null}: there is none to ask
     * @param limit how long the answer may take
     * @param answered called once by the executor, not within this call, so that whoever asks again there needs no stack; by
     *     whoever knows the answer if the executor takes nothing any more
     * @throws org.bayeux.wire.JsonWriteException if the data has no JSON form
     */
    public void ask(
            @Nullable String url, String service, @Nullable Object data, Duration limit, Consumer<Answer> answered) {
        String text = json.generate(data);
        Nodes others = nodes;
        if (url == null) {
            tell(answered, Answer.failure("there is no owner"));
        } else if (others == null) {
            tell(answered, Answer.failure("this node is not started"));
        } else if (others.url().equals(url)) {
            ask(url, null, service, text, limit, answered);
        } else {
            Peer node = peer(others, url);
            if (node == null) {
                tell(answered, Answer.failure("there is no node '" + url + "'"));
            } else {
                ask(url, node, service, text, limit, answered);
            }
        }
    }

    private void ask(
            String url, @Nullable Peer node, String service, String text, Duration limit, Consumer<Answer> answered) {
        Request request = new Request(numbers.incrementAndGet(), node, answered);
        open.put(request.number, request);
        request.timer = timers.schedule(
                limit, () -> fail(request, "no answer of " + url + " within " + limit.toMillis() + " ms"));
        if (node == null) {
            perform(url, service, text, answer -> end(request.number, answer));
        } else {
            send(request, node, new Saying(Saying.Kind.REQUEST, request.number, service, text));
        }
    }

    private static @Nullable Peer peer(Nodes others, String url) {
        return others.all().stream()
                .filter(it -> it.url().equals(url))
                .findFirst()
                .orElse(null);
    }

    private void send(Request request, Peer node, Saying saying) {
        node.send(saying.encode(MARK)).thenAccept(processed -> {
            if (!processed) {
                fail(request, "the way to " + node.url() + " broke, so it is not known whether it was done");
            }
        });
    }

    private void fail(Request request, String reason) {
        end(request.number, Answer.failure(reason));
    }

    /** Ends a request that is open; the first who does so counts. */
    private void end(long number, Answer answer) {
        Request request = open.remove(number);
        if (request == null) {
            return;
        }
        Timer timer = request.timer;
        if (timer != null) {
            timer.cancel();
        }
        tell(request.answered, answer);
    }

    private void tell(Consumer<Answer> answered, Answer answer) {
        try {
            threads.execute(() -> answered.accept(answer));
        } catch (RejectedExecutionException e) {
            answered.accept(answer);
        }
    }

    @Override
    public byte mark() {
        return MARK;
    }

    @Override
    public void opened(Peer node) {}

    @Override
    public @Nullable CompletionStage<?> received(Peer node, byte[] payload) {
        Saying said = Saying.decode(payload);
        switch (said.kind()) {
            case REQUEST -> perform(node.url(), said.name(), said.json(), answer -> reply(node, said, answer));
            case SUCCESS -> end(said.number(), Answer.success(json.parse(said.json())));
            case FAILURE -> end(said.number(), Answer.failure(json.parse(said.json())));
            default -> throw new IllegalArgumentException("a saying of kind " + said.kind() + " to a service");
        }
        return null;
    }

    private void perform(String from, String name, String text, Consumer<Answer> to) {
        try {
            threads.execute(() -> asked(from, name, text).whenComplete((answer, failure) -> {
                to.accept(failure == null ? answer : Answer.failure(String.valueOf(failure.getMessage())));
            }));
        } catch (RejectedExecutionException e) {
            to.accept(Answer.failure("the node has no thread for it: " + e.getMessage()));
        }
    }

    /** Results pass JSON also where node and owner are the same, so that an application finds no difference. */
    private CompletionStage<Answer> asked(String from, String name, String text) {
        Service service = services.get(name);
        if (service == null) {
            return CompletableFuture.completedFuture(Answer.failure("the node has no service '" + name + "'"));
        }
        return service.asked(from, json.parse(text)).thenApply(answer -> {
            try {
                return new Answer(answer.succeeded(), json.parse(json.generate(answer.data())));
            } catch (RuntimeException e) {
                ObjectLog.answerNotWritable(name, e);
                return Answer.failure("the answer has no JSON form");
            }
        });
    }

    private void reply(Peer node, Saying request, Answer answer) {
        Saying.Kind kind = answer.succeeded() ? Saying.Kind.SUCCESS : Saying.Kind.FAILURE;
        node.tell(new Saying(kind, request.number(), request.name(), json.generate(answer.data())).encode(MARK));
    }

    @Override
    public void left(Peer node) {
        open.values().stream()
                .filter(request -> request.node == node)
                .forEach(request -> fail(request, "the node " + node.url() + " has left"));
    }

    /** Nobody answers any more. */
    void stop() {
        open.values().forEach(request -> fail(request, "this node stops"));
    }

    /** One that is not answered yet; without a node it is for this one. */
    private static final class Request {

        private final long number;
        private final @Nullable Peer node;
        private final Consumer<Answer> answered;

        /** Written by whoever asks, read by whoever ends it. */
        private volatile @Nullable Timer timer;

        Request(long number, @Nullable Peer node, Consumer<Answer> answered) {
            this.number = number;
            this.node = node;
            this.answered = answered;
        }
    }
}
