package org.bayeux.server.engine.local;

import java.util.function.Consumer;
import org.bayeux.server.engine.watch.Journey;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;

/** Hands messages to a client in this process, on the thread that sends them. Stateless. */
final class LocalOutlet implements Outlet {

    private final Consumer<BayeuxMessage> client;

    LocalOutlet(Consumer<BayeuxMessage> client) {
        this.client = client;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public void write(Batch batch) {
        for (BayeuxMessage message : batch.messages()) {
            if (message.companion() == null) {
                client.accept(message);
            } else {
                Journey.run(message, () -> client.accept(message));
            }
        }
        batch.delivered();
    }

    @Override
    public void close() {
        // There is no socket; the session itself has ended or goes on elsewhere.
    }
}
