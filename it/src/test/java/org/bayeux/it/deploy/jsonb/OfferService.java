package org.bayeux.it.deploy.jsonb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.json.bind.JsonbConfig;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.wire.JakartaJsonContext;
import org.bayeux.wire.JsonContext;

/** Doubles prices, and tells how it sees what it was given. */
@Service
public class OfferService {

    @Produces
    @ApplicationScoped
    public JsonContext json() {
        return new JakartaJsonContext(new JsonbConfig().withAdapters(new MoneyAdapter()));
    }

    @RemoteCall("double")
    public Offer twice(Offer offer) {
        return new Offer(
                offer.label(),
                new Money(2 * offer.price().cents()),
                offer.until().plusDays(1));
    }

    @RemoteCall("seen")
    public String seen(Offer offer) {
        return offer.label().text() + " " + offer.price().cents() + " " + offer.until();
    }
}
