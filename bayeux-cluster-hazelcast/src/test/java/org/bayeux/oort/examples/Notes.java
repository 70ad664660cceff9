package org.bayeux.oort.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.bayeux.api.server.ServerSession;
import org.bayeux.oort.Seti;
import org.bayeux.oort.event.PresenceAdded;

/** Messages to users wherever they are, of the guide. */
@ApplicationScoped
class Notes {

    @Inject
    private Seti seti;

    void isKnown(String user, ServerSession session) {
        seti.associate(user, session);
    }

    void send(String user, String text) {
        seti.sendMessage(user, "/service/note", Map.of("text", text));
    }

    void came(@Observes PresenceAdded event) {
        send(event.userId(), "Welcome on " + event.url());
    }
}
