package org.bayeux.oort.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.bayeux.testkit.ManualClock;
import org.jspecify.annotations.Nullable;

/** A network in one thread, as bad as a test wants it. Confined to the thread of the test. */
public final class SimulatedNetwork {

    private final ManualClock clock;
    private final Random chance;
    private final Map<String, Network.Receiver> receivers = new LinkedHashMap<>();
    private final Map<String, UUID> ids = new HashMap<>();
    private final Set<List<String>> cuts = new HashSet<>();
    private double loss;
    private double doubling;
    private int delayMillis;
    private boolean broken;
    private @Nullable Error error;

    public SimulatedNetwork(ManualClock clock, long seed) {
        this.clock = clock;
        this.chance = new Random(seed);
    }

    /** From now on packets get lost and come twice with these probabilities, and late by up to so many milliseconds. */
    public void worsen(double loss, double doubling, int delayMillis) {
        this.loss = loss;
        this.doubling = doubling;
        this.delayMillis = delayMillis;
    }

    /** From now on it fails instead of carrying anything, or works again. */
    public void isBroken(boolean now) {
        broken = now;
    }

    /** The next packet is not carried, for something worse than a failing network. */
    public void failsOnceWith(Error once) {
        error = once;
    }

    public void cut(String from, String to) {
        cuts.add(List.of(from, to));
    }

    public void cutBothWays(String one, String other) {
        cut(one, other);
        cut(other, one);
    }

    public void heal() {
        cuts.clear();
    }

    /** The place of one node in it. */
    public Network place(String name) {
        return new Network() {
            @Override
            public void join(UUID self, Receiver receiver) {
                receivers.put(name, receiver);
                ids.put(name, self);
            }

            @Override
            public void send(UUID to, byte[] packet) {
                receivers.keySet().stream()
                        .filter(other -> to.equals(ids.get(other)))
                        .toList()
                        .forEach(other -> carry(name, other, packet));
            }

            @Override
            public void sendToAll(byte[] packet) {
                List.copyOf(receivers.keySet()).forEach(other -> carry(name, other, packet));
            }

            @Override
            public void leave() {
                receivers.remove(name);
            }
        };
    }

    /** Ends the process of a node without any word from it, which the others notice. */
    public void kill(String name) {
        receivers.remove(name);
        List.copyOf(receivers.values()).forEach(other -> other.lost(processOf(name), true));
    }

    /** Lets a node hear that the network has removed others, which live on. */
    public void remove(String hearer, String... others) {
        for (String other : others) {
            Objects.requireNonNull(receivers.get(hearer)).lost(processOf(other), false);
        }
    }

    /** Carries nothing to and from a node any more, which hears of that. */
    public void end(String name) {
        Network.Receiver receiver = Objects.requireNonNull(receivers.remove(name));
        receiver.ended();
    }

    /** Gives a packet to whoever has that name, as the network would. */
    public void deliver(String from, String to, byte[] packet) {
        Network.Receiver receiver = receivers.get(to);
        if (receiver != null) {
            receiver.received(processOf(from), packet);
        }
    }

    private static UUID processOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    private void carry(String from, String to, byte[] packet) {
        if (broken) {
            throw new IllegalStateException("the network is broken");
        }
        Error once = error;
        if (once != null) {
            error = null;
            throw once;
        }
        if (cuts.contains(List.of(from, to)) || chance.nextDouble() < loss) {
            return;
        }
        later(() -> deliver(from, to, packet));
        if (chance.nextDouble() < doubling) {
            later(() -> deliver(from, to, packet));
        }
    }

    private void later(Runnable delivery) {
        int delay = delayMillis == 0 ? 0 : chance.nextInt(delayMillis);
        clock.timers().schedule(Duration.ofMillis(1L + delay), delivery);
    }
}
