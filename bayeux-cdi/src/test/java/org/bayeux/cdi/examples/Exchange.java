package org.bayeux.cdi.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.ChannelPublisher;
import org.bayeux.cdi.Publication;
import org.bayeux.cdi.ToChannel;

@ApplicationScoped
public class Exchange {

    private static final System.Logger LOGGER = System.getLogger("exchange");

    @Inject
    @ToChannel("/prices/{symbol}")
    private ChannelPublisher<Price> prices;

    @Inject
    @ToChannel("/ticker")
    private Event<Price> ticker;

    void changed(Price price) {
        prices.publish(price, price.symbol()).thenAccept(this::note);
        ticker.fire(price);
    }

    void welcome(ServerSession session, Price price) {
        prices.publishTo(session, price, price.symbol());
    }

    void alarm(String user, Price price) {
        prices.publishToUser(user, price, price.symbol());
    }

    private void note(Publication publication) {
        if (publication instanceof Publication.Denied denied) {
            LOGGER.log(System.Logger.Level.WARNING, "refused: {0}", denied.error());
        } else if (publication instanceof Publication.Failed failed) {
            LOGGER.log(System.Logger.Level.WARNING, "not published", failed.cause());
        }
    }
}
