package org.bayeux.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Inbox;

/** Clients that are back after their server was away. Stateless. */
final class Meeting {

    private Meeting() {}

    /** Waits until a client has shaken hands; attempts before fail, since there is nobody to answer. */
    static void awaitSuccess(Inbox handshakes) {
        boolean succeeded;
        do {
            succeeded = handshakes.next().isSuccessful();
        } while (!succeeded);
    }

    /** One receives what the other publishes. */
    static void assertThatTheyMeet(CometdClient publisher, CometdClient subscriber) {
        String channel = Channels.fresh();
        Inbox inbox = subscriber.subscribe(channel);
        publisher.publish(channel, "hello");
        assertThat(inbox.next().getData()).isEqualTo("hello");
    }
}
