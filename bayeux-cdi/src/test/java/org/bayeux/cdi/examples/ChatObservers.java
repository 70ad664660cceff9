package org.bayeux.cdi.examples;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.cdi.ChannelMessage;
import org.bayeux.cdi.OnChannel;
import org.bayeux.cdi.VetoableMessage;

@ApplicationScoped
public class ChatObservers {

    private final List<String> log = new ArrayList<>();

    void said(@Observes @OnChannel("/chat/{room}") ChannelMessage<ChatLine> message) {
        log.add(message.parameter("room") + ": " + message.payload().text());
    }

    void archive(@ObservesAsync @OnChannel({"/chat/**", "/news"}) ChannelMessage<JsonObject> message, Archive archive) {
        archive.keep(message.channel().getId(), message.payload());
    }

    void limit(@Observes @Priority(10) @OnChannel("/chat/**") VetoableMessage<ChatLine> message) {
        if (message.payload().text().length() > 1_000) {
            message.veto("too long");
        }
    }

    List<String> log() {
        return log;
    }
}
