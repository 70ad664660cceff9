package org.bayeux.server.engine.session;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to be done once the lock is released, in order. Confined to one call. */
final class Effects {

    private @Nullable List<Runnable> todo;

    void add(Runnable effect) {
        if (todo == null) {
            todo = new ArrayList<>(4);
        }
        todo.add(effect);
    }

    /** Runs them all: one that fails, which is a bug, must not leave a timer or a socket behind. */
    void run() {
        if (todo != null) {
            runFrom(todo.iterator());
        }
    }

    private static void runFrom(Iterator<Runnable> rest) {
        while (rest.hasNext()) {
            Runnable effect = rest.next();
            boolean done = false;
            try {
                effect.run();
                done = true;
            } finally {
                if (!done) {
                    runFrom(rest);
                }
            }
        }
    }
}
