package org.bayeux.server.engine.session;

import java.util.ArrayList;
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

    void run() {
        if (todo != null) {
            todo.forEach(Runnable::run);
        }
    }
}
