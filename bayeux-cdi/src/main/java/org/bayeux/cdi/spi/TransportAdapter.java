package org.bayeux.cdi.spi;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;

/**
 * Opens one way for clients to reach the server of a web application.
 *
 * <p>Found by {@link java.util.ServiceLoader} through the class loader of the web application, so an implementation is
 * public and has a public constructor without parameters. Each web application has its own instance; its methods are
 * called one after another, so it needs no locks for what only they touch: {@code register}, {@code start}, then
 * {@code stop}. All run with the class loader of the web application as the thread's context class loader.
 */
public interface TransportAdapter {

    /**
     * Called from a {@code ServletContainerInitializer}, the only moment when servlets and filters may be added. The
     * engine does not exist yet, and CDI must not be used: some servers start it later.
     *
     * @param path where the server answers, see {@link BayeuxApplication#path()}
     * @throws ServletException if clients could not be served; the deployment fails
     */
    default void register(ServletContext context, String path) throws ServletException {}

    /**
     * Called when the engine runs and all services are bound, before servlets are loaded on startup and before requests
     * arrive: the moment to add WebSocket endpoints.
     *
     * @throws ServletException if clients could not be served; the deployment fails
     */
    default void start(ServletContext context, BayeuxApplication application) throws ServletException {}

    /**
     * Ends what {@link #start} began, before the engine stops and before the beans go. Called once, also when another
     * adapter failed to start. Does not throw, and returns within few seconds even if clients do not answer.
     */
    default void stop() {}
}
