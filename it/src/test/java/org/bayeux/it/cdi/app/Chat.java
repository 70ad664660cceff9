package org.bayeux.it.cdi.app;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.ChannelMessage;
import org.bayeux.cdi.ChannelPublisher;
import org.bayeux.cdi.OnChannel;
import org.bayeux.cdi.ToChannel;
import org.bayeux.cdi.VetoableMessage;

/** Tells each sender what was heard of a message, and refuses some. */
@ApplicationScoped
public class Chat {

    @Inject
    @ToChannel("/service/{ear}")
    private ChannelPublisher<String> ears;

    void guard(@Observes @Priority(1) @OnChannel("/talk/**") VetoableMessage<Line> message) {
        if (message.payload().text().equals("forbidden")) {
            message.veto("no such words");
        }
    }

    void said(@Observes @OnChannel("/talk/{room}") ChannelMessage<Line> message, Calls calls) {
        ServerSession sender = message.session();
        if (sender != null) {
            String heard = message.parameter("room") + ' ' + message.payload() + ' ' + calls.next();
            ears.publishTo(sender, heard, "heard");
        }
    }

    void saidLater(@ObservesAsync @OnChannel("/talk/{room}") ChannelMessage<Line> message, Calls calls) {
        ServerSession sender = message.session();
        if (sender != null) {
            boolean ours = isSeenBy(Thread.currentThread().getContextClassLoader());
            ears.publishTo(sender, message.payload() + " ours " + ours + ' ' + calls.next(), "later");
        }
    }

    /** Containers may put a loader of their own before that of the application. */
    private static boolean isSeenBy(ClassLoader loader) {
        try {
            return loader.loadClass(Chat.class.getName()) == Chat.class;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
