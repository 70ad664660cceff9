package org.bayeux.cdi.examples;

import jakarta.inject.Inject;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;

@Service
public class BasketService {

    @Inject
    private Basket basket;

    @RemoteCall("basket/put")
    public void put(RemoteCall.Caller caller, String item) {
        basket.put(item);
        caller.result(basket.items());
    }
}
