package org.bayeux.it.cdi.app;

import jakarta.inject.Inject;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.cdi.ChannelPublisher;
import org.bayeux.cdi.Publication;
import org.bayeux.cdi.ToChannel;

/** Publishes on demand and says what became of it. */
@Service
public class Quotes {

    @Inject
    @ToChannel("/quotes/{symbol}")
    private ChannelPublisher<Line> quotes;

    @Inject
    @ToChannel("/service/private")
    private ChannelPublisher<String> letters;

    @RemoteCall("quote/{symbol}")
    public void quote(RemoteCall.Caller caller, String text, @Param("symbol") String symbol) {
        quotes.publish(new Line("exchange", text), symbol).thenAccept(it -> answer(caller, it));
    }

    @RemoteCall("write/{user}")
    public void write(RemoteCall.Caller caller, String text, @Param("user") String user) {
        letters.publishToUser(user, text).thenAccept(it -> answer(caller, it));
    }

    private static void answer(RemoteCall.Caller caller, Publication publication) {
        caller.result(publication.toString());
    }
}
