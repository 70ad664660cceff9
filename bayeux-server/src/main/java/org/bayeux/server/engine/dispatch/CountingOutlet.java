package org.bayeux.server.engine.dispatch;

import org.bayeux.server.engine.watch.Figures;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.MessageArray;

/** Counts the bytes that go by an outlet. Thread-safe as that is. */
record CountingOutlet(Outlet outlet, Figures figures) implements Outlet {

    @Override
    public boolean isStreaming() {
        return outlet.isStreaming();
    }

    @Override
    public void write(Batch batch) {
        figures.sent(MessageArray.utf8Length(batch.messages()));
        outlet.write(batch);
    }

    @Override
    public void close() {
        outlet.close();
    }

    @Override
    public void abandon() {
        outlet.abandon();
    }
}
