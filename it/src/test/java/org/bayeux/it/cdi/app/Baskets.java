package org.bayeux.it.cdi.app;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.cdi.event.SessionAdded;

/** Fills the basket of each caller. */
@Service
public class Baskets {

    private final List<String> destroyed = new CopyOnWriteArrayList<>();

    @Inject
    private Basket basket;

    void greet(@Observes SessionAdded event) {
        if (!event.session().isLocalSession()) {
            basket.put("gift");
        }
    }

    @RemoteCall("put")
    public void put(RemoteCall.Caller caller, String item) {
        basket.put(item);
        caller.result(basket.contents());
    }

    @RemoteCall("destroyed")
    public void destroyed(RemoteCall.Caller caller, String contents) {
        caller.result(destroyed.contains(contents));
    }

    void destroyed(String contents) {
        destroyed.add(contents);
    }
}
