package org.bayeux.it.cdi.business;

import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;

/** A service that a decorator stands before. */
@Service
public class PriceService implements Pricing {

    @Override
    @RemoteCall("price")
    public int price(int count) {
        return 10 * count;
    }
}
