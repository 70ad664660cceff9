package org.bayeux.cdi.web;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import org.bayeux.cdi.discovery.BayeuxExtension;
import org.bayeux.cdi.lifecycle.ServerLifecycle;

/** The way from the servlet container to the beans of the web application that the calling thread works for. */
final class DeployedBeans {

    private DeployedBeans() {}

    /** The life of the application's server; empty if CDI does not run, or not yet. */
    static Optional<ServerLifecycle> lifecycle() {
        try {
            return Optional.of(CDI.current()
                    .getBeanManager()
                    .getExtension(BayeuxExtension.class)
                    .lifecycle());
        } catch (IllegalStateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
