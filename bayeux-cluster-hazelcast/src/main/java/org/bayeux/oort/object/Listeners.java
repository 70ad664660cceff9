package org.bayeux.oort.object;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who listen to one named thing; each is told, whatever the others do. Thread-safe. */
public final class Listeners<L> {

    private final String name;
    private final List<L> all = new CopyOnWriteArrayList<>();

    /** Makes an empty list for the thing of that name. */
    public Listeners(String name) {
        this.name = name;
    }

    /** Adds one. */
    public void add(L listener) {
        all.add(listener);
    }

    /** Removes one; does nothing if it is not there. */
    public void remove(L listener) {
        all.remove(listener);
    }

    /** Removes all. */
    public void clear() {
        all.clear();
    }

    /** Tells each of them, in the order in which they were added. */
    public void tell(Consumer<? super L> call) {
        for (L listener : all) {
            ObjectLog.guard(name, () -> call.accept(listener));
        }
    }
}
