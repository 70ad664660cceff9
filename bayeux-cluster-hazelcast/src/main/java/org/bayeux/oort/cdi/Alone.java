package org.bayeux.oort.cdi;

import java.util.UUID;
import org.bayeux.oort.link.Network;

/** The network of a node that is not to have others. Stateless. */
final class Alone implements Network {

    @Override
    public void join(UUID self, Receiver receiver) {
        // Nobody is there.
    }

    @Override
    public void send(UUID to, byte[] packet) {
        // Nobody is there.
    }

    @Override
    public void sendToAll(byte[] packet) {
        // Nobody is there.
    }

    @Override
    public void leave() {
        // Nobody was there.
    }
}
