package org.bayeux.testkit;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What lies between one client and the server: switches that let it lose, keep or repeat what passes.
 *
 * <p>Switches stay until another one of the same way is set, or all is restored. Confined to one thread.
 */
public final class Network {

    private final Lane toServer;
    private final Lane toClient;
    private boolean repeats;

    Network(@Nullable ManualClock clock) {
        toServer = new Lane(clock);
        toClient = new Lane(clock);
    }

    /**
     * Loses everything both ways, what is under way included. Neither side notices: each believes that what it sends
     * arrives, as with a cable that is pulled. For a connection that breaks so that both notice, see
     * {@link InMemoryClient#isCut}.
     */
    public Network cut() {
        return cut(Way.TO_SERVER).cut(Way.TO_CLIENT);
    }

    /** Loses everything one way, see {@link #cut()}. */
    public Network cut(Way way) {
        lane(way).cut();
        return this;
    }

    /** Keeps everything both ways, in order, until it is {@linkplain #release() released}. */
    public Network hold() {
        return hold(Way.TO_SERVER).hold(Way.TO_CLIENT);
    }

    /** Keeps everything one way, see {@link #hold()}. */
    public Network hold(Way way) {
        lane(way).hold();
        return this;
    }

    /**
     * Lets everything need so long each way, until which the clock has to be turned. Order is kept.
     *
     * @throws IllegalArgumentException if the time is negative
     * @throws IllegalStateException if the client was made without a clock
     */
    public Network delay(Duration time) {
        return delay(Way.TO_SERVER, time).delay(Way.TO_CLIENT, time);
    }

    /** Lets everything need so long one way, see {@link #delay(Duration)}. */
    public Network delay(Way way, Duration time) {
        lane(way).delay(time);
        return this;
    }

    /** Lets each request reach the server twice, one right behind the other; both are answered. */
    public Network duplicate() {
        repeats = true;
        return this;
    }

    /** Lets arrive what is held or delayed so far, and goes on as before. */
    public Network release() {
        toServer.release();
        toClient.release();
        return this;
    }

    /** Switches everything off. What is held or delayed arrives; what was cut off is lost. */
    public Network restore() {
        repeats = false;
        toServer.restore();
        toClient.restore();
        return this;
    }

    void send(Lane.Transit transit) {
        toServer.pass(transit);
    }

    void answer(Lane.Transit transit) {
        toClient.pass(transit);
    }

    /** How often what is sent reaches the server. */
    int copies() {
        return repeats ? 2 : 1;
    }

    void fail(IOException cause) {
        toServer.fail(cause);
        toClient.fail(cause);
    }

    /** How many requests and answers are held or delayed. */
    int underWay() {
        return toServer.underWay() + toClient.underWay();
    }

    private Lane lane(Way way) {
        return way == Way.TO_SERVER ? toServer : toClient;
    }
}
