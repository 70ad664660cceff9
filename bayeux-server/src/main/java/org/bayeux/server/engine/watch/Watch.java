package org.bayeux.server.engine.watch;

import org.bayeux.wire.Utf8Length;

/**
 * What the parts of one server tell operators. Thread-safe.
 *
 * @param figures counts what happens
 * @param story tells it
 * @param journeys are followed
 */
public record Watch(Figures figures, Story story, Journeys journeys) {

    /** Counts the text of a request, for those who want to know: that takes a look at each of its characters. */
    public void read(String text) {
        if (journeys.areWatched()) {
            figures.received(Utf8Length.of(text));
        }
    }
}
