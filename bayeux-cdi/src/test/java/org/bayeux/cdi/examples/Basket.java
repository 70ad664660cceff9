package org.bayeux.cdi.examples;

import jakarta.annotation.PreDestroy;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bayeux.cdi.ClientSessionScoped;

@ClientSessionScoped
public class Basket {

    private final Collection<String> items = new ConcurrentLinkedQueue<>();

    void put(String item) {
        items.add(item);
    }

    Collection<String> items() {
        return items;
    }

    @PreDestroy
    void clear() {
        items.clear();
    }
}
