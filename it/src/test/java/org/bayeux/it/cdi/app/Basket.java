package org.bayeux.it.cdi.app;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bayeux.cdi.ClientSessionScoped;

/** What one client has chosen. */
@ClientSessionScoped
public class Basket {

    private final List<String> items = new CopyOnWriteArrayList<>();

    @Inject
    private Baskets baskets;

    void put(String item) {
        items.add(item);
    }

    String contents() {
        return String.join(" ", items);
    }

    @PreDestroy
    void destroyed() {
        baskets.destroyed(contents());
    }
}
