package org.bayeux.cdi.spi;

import jakarta.servlet.ServletContext;
import java.util.Set;
import java.util.concurrent.Executor;
import org.bayeux.server.spi.BayeuxEngine;

/**
 * The Bayeux server of one web application, with what belongs to it.
 *
 * <p>It is an attribute of the servlet context from before {@link TransportAdapter#start} until after
 * {@link TransportAdapter#stop}. Thread-safe.
 */
public interface BayeuxApplication {

    /** Name of the attribute of the servlet context that holds the application. */
    String ATTRIBUTE = BayeuxApplication.class.getName();

    /**
     * The application that runs in a servlet context.
     *
     * @throws IllegalStateException if its server has not started or has stopped
     */
    static BayeuxApplication of(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof BayeuxApplication application) {
            return application;
        }
        throw new IllegalStateException("No Bayeux server runs in the web application " + context.getContextPath());
    }

    /**
     * Where the server answers, below the context path: one or more segments, each with a leading slash and none with a
     * trailing one, such as {@code /cometd}.
     */
    String path();

    /** The running engine. */
    BayeuxEngine engine();

    /**
     * Runs what must not run on the thread of a publisher, such as writing a response. Its threads belong to the
     * container and see the naming context and the class loader of the web application. It never runs a task on the
     * calling thread. Where the container has no thread left, a task waits until another one of this application ends.
     * It refuses tasks with a {@link java.util.concurrent.RejectedExecutionException} once the application stops, or if
     * there is no other to wait for.
     */
    Executor executor();

    /**
     * The roles that services name in annotations. Who speaks for a client longer than the container knows its request asks
     * for them at once.
     */
    Set<String> roles();

    /**
     * Stops the server, as its web application does when it ends: for adapters that the container ends earlier. All that
     * is held has been answered when this returns, also if another thread stops it already; later it does nothing.
     */
    void stop();
}
