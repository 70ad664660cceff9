package org.bayeux.it.deploy.jackson;

import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;

/** Doubles prices, and tells how it sees what it was given. */
@Service
public class OfferService {

    @RemoteCall("double")
    public Offer twice(Offer offer) {
        return new Offer(
                offer.label(),
                new Money(2 * offer.price().cents()),
                offer.until().plusDays(1));
    }

    @RemoteCall("seen")
    public String seen(Offer offer) {
        return offer.label() + " " + offer.price().cents() + " " + offer.until();
    }
}
