package org.bayeux.oort.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.bayeux.testkit.ManualClock;
import org.jspecify.annotations.Nullable;

/** A node that notes what it hears. Confined to the thread of the test. */
final class SimulatedNode implements NodeListener {

    private final List<String> heard = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final Nodes nodes;
    private @Nullable CompletionStage<?> busy;
    private boolean isSuspended;

    SimulatedNode(String name, SimulatedNetwork network, ManualClock clock) {
        nodes = new Nodes(name, network.place(name), clock.ticker(), clock.timers(), this::run, this);
    }

    void start() {
        nodes.start();
    }

    void stop() {
        nodes.stop();
    }

    /** From now on its server has no thread for anything, or has again. */
    void isSuspended(boolean now) {
        isSuspended = now;
    }

    private void run(Runnable task) {
        if (isSuspended) {
            throw new RejectedExecutionException("the server is suspended");
        }
        task.run();
    }

    Nodes nodes() {
        return nodes;
    }

    /** Says something to another node, which it has heard of. */
    CompletionStage<Boolean> say(String to, String text) {
        return nodes.all().stream()
                .filter(it -> it.url().equals(to))
                .findFirst()
                .orElseThrow()
                .send(text.getBytes(UTF_8));
    }

    /** What others said, each with the name of who said it. */
    List<String> heard() {
        return heard;
    }

    List<String> events() {
        return events;
    }

    @Override
    public void opened(Peer node) {
        CompletionStage<Boolean> unused = node.send(("all of " + nodes.url()).getBytes(UTF_8));
    }

    @Override
    public void joined(Peer node) {
        events.add("joined " + node);
    }

    /** From now on, until the stage ends, each payload takes as long. */
    void isBusyUntil(CompletionStage<?> end) {
        busy = end;
    }

    @Override
    public @Nullable CompletionStage<?> received(Peer node, byte[] payload) {
        heard.add(new String(payload, UTF_8));
        return busy;
    }

    @Override
    public void missed(Peer node) {
        events.add("missed " + node);
    }

    @Override
    public void left(Peer node, boolean joined) {
        if (joined) {
            events.add("left " + node);
        }
    }
}
