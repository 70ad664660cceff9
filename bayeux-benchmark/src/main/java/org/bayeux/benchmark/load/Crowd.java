package org.bayeux.benchmark.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bayeux.server.spi.Ticker;

/**
 * All clients of a run, on one thread.
 *
 * <p>They come in little groups, so that their arrival does not decide for how many threads a server is grown. Confined to
 * one thread.
 */
final class Crowd implements AutoCloseable {

    private static final int ARRIVING_AT_ONCE = 32;

    private final Target target;
    private final Reactor reactor;
    private final List<Client> clients;
    private final Account[] sent;
    private final Arrivals arrivals;
    private int started;
    private int ready;
    private int refused;
    private String loss = "";
    private boolean leaving;

    Crowd(Target target, Workload workload, Seating seating, Arrivals arrivals, Ticker ticker) {
        this.target = target;
        this.arrivals = arrivals;
        this.reactor = new Reactor(ticker);
        this.sent = IntStream.range(0, workload.rooms())
                .mapToObj(room -> new Account())
                .toArray(Account[]::new);
        this.clients = clients(workload, seating);
    }

    /**
     * Connects all.
     *
     * @throws IllegalStateException if one cannot connect, or not all do within the time
     */
    void gather(Duration limit, Progress progress) {
        long end = reactor.now() + limit.toNanos();
        while (ready < clients.size()) {
            while (started < clients.size() && started < ready + ARRIVING_AT_ONCE) {
                clients.get(started++).open();
            }
            reactor.turn(Duration.ofMillis(100));
            progress.tell("Waiting for clients %,d/%,d".formatted(ready, clients.size()));
            check();
            if (reactor.now() - end > 0) {
                throw new IllegalStateException("only " + ready + " of " + clients.size() + " clients were ready");
            }
        }
    }

    /** Lets its client send a batch, and notes who has to get what. */
    void publish(Batch batch, boolean toSenderOnly) {
        Client sender = clients.get(batch.client());
        for (int i = 0; i < batch.rooms().size(); i++) {
            (toSenderOnly ? sender.owed() : sent[batch.rooms().get(i)]).add(batch.first() + i);
        }
        sender.publish(batch);
    }

    /** Ends all sessions, so that they do not burden the next run; whoever has not heard it in time expires. */
    void leave(Duration limit) {
        leaving = true;
        clients.forEach(Client::leave);
        for (long end = reactor.now() + limit.toNanos(); reactor.now() - end < 0; ) {
            reactor.turn(limit);
        }
    }

    /** How many messages have to arrive by what was sent. */
    long expected() {
        return clients.stream().mapToLong(client -> owed(client).count()).sum();
    }

    /** How many clients did not get exactly what they had to get. */
    long wronged() {
        return clients.stream()
                .filter(client -> !client.account().equalTo(owed(client)))
                .count();
    }

    /** Serves the connections for as long as told, or until something has arrived. */
    void turn(Duration limit) {
        reactor.turn(limit);
        check();
    }

    int size() {
        return clients.size();
    }

    int refused() {
        return refused;
    }

    long now() {
        return reactor.now();
    }

    Traffic traffic() {
        return reactor.traffic();
    }

    Reactor reactor() {
        return reactor;
    }

    void clientReady() {
        ready++;
    }

    void clientRefused() {
        refused++;
    }

    void clientLost(String reason) {
        loss = reason;
    }

    void textArrived() {
        arrivals.text();
    }

    void delivered(long planned) {
        arrivals.message(planned, reactor.arrival());
    }

    /** Hangs up on the server without a word. */
    @Override
    public void close() {
        reactor.close();
    }

    private void check() {
        if (!loss.isEmpty() && !leaving) {
            throw new IllegalStateException(target.label() + " lost a client: " + loss);
        }
    }

    private Account owed(Client client) {
        Account owed = new Account();
        owed.add(client.owed());
        for (int room : client.rooms()) {
            owed.add(sent[room]);
        }
        return owed;
    }

    private List<Client> clients(Workload workload, Seating seating) {
        Language language = language(workload);
        List<Client> made = new ArrayList<>();
        for (int i = 0; i < workload.clients(); i++) {
            URI endpoint = target.endpoints().get(seating.node(i));
            made.add(
                    workload.transport() == Transport.WEBSOCKET
                            ? new WebSocketClient(this, language, endpoint, seating.rooms(i))
                            : new LongPollingClient(this, language, endpoint, seating.rooms(i)));
        }
        return made;
    }

    private Language language(Workload workload) {
        String transport = workload.transport().label();
        return target.bare()
                ? new BareWords(workload.channel())
                : new Bayeux(transport, workload.channel(), workload.purpose(), workload.ack());
    }
}
