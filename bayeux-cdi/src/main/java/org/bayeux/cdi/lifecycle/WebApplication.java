package org.bayeux.cdi.lifecycle;

import java.util.Set;
import java.util.concurrent.Executor;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.server.spi.BayeuxEngine;

/** A server as the adapters of one web application see it. Immutable. */
record WebApplication(String path, BayeuxEngine engine, Executor executor, Set<String> roles, Runnable stopping)
        implements BayeuxApplication {

    @Override
    public void stop() {
        stopping.run();
    }
}
