package org.bayeux.server.engine.watch;

/**
 * What the parts of one server tell operators. Thread-safe.
 *
 * @param figures counts what happens
 * @param story tells it
 */
public record Watch(Figures figures, Story story) {}
