package org.bayeux.oort.object;

import java.util.ArrayList;
import java.util.List;
import org.bayeux.oort.link.Nodes;
import org.bayeux.oort.link.Peer;
import org.bayeux.oort.link.SimulatedNetwork;
import org.bayeux.oort.link.Switchboard;
import org.bayeux.testkit.ManualClock;
import org.bayeux.wire.JakartaJsonContext;

/** One node of a simulated cluster with what nodes have in common. Confined to the thread of the test. */
public final class Side implements Switchboard.Events {

    private final List<String> events = new ArrayList<>();
    private final Commons commons;
    private final Nodes nodes;

    public Side(String name, SimulatedNetwork network, ManualClock clock) {
        commons = new Commons(new JakartaJsonContext(), Runnable::run, clock.timers());
        nodes = new Nodes(
                name,
                network.place(name),
                clock.ticker(),
                clock.timers(),
                Runnable::run,
                new Switchboard(commons.subjects(), this));
        commons.tells(nodes);
    }

    public Commons commons() {
        return commons;
    }

    public Nodes nodes() {
        return nodes;
    }

    /** Who joined and left. */
    public List<String> events() {
        return events;
    }

    @Override
    public void joined(Peer node) {
        events.add("joined " + node);
    }

    @Override
    public void missed(Peer node) {
        events.add("missed " + node);
    }

    @Override
    public void left(Peer node) {
        events.add("left " + node);
    }
}
