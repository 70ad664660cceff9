package org.bayeux.server.engine.management;

import java.util.List;
import java.util.stream.Stream;

/** A part of a long list. Immutable. */
record Page(int from, int count) {

    /** Refuses negative numbers, which come from outside. */
    Page {
        if (from < 0 || count < 0) {
            throw new IllegalArgumentException(
                    "from is " + from + " and count is " + count + ": both must be 0 or more");
        }
    }

    <T> List<T> of(Stream<T> all) {
        return all.skip(from).limit(count).toList();
    }
}
