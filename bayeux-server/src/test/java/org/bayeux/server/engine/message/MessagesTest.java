package org.bayeux.server.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayeux.api.ChannelId;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.BayeuxServerBuilder;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.testkit.ManualClock;
import org.bayeux.wire.BayeuxMessage;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final BayeuxEngine engine =
            new BayeuxServerBuilder().clock(new ManualClock()).build();
    private final Messages messages = new Messages(engine.codec());
    private final ServerTransport transport = (ServerTransport) engine.server().getTransport("websocket");

    @Test
    void messageThatTheApplicationMadeIsSentItself() {
        BayeuxMessage made = messages.carrying("/a", "data");

        assertThat(messages.outgoing(made)).isSameAs(made);
    }

    @Test
    void messageThatArrivedIsCopiedWithoutWhatOnlyItsSenderMayKnow() {
        BayeuxMessage arrived = messages.carrying("/a", "data");
        arrived.setClientId("secret");
        arrived.getAdvice(true).put("reconnect", "none");
        arrived.arrivedBy(null, transport);

        BayeuxMessage outgoing = messages.outgoing(arrived);

        assertThat(outgoing).isNotSameAs(arrived);
        assertThat(outgoing.getClientId()).isNull();
        assertThat(outgoing.getAdvice()).isNull();
        assertThat(outgoing.getData()).isEqualTo("data");
        assertThat(arrived.getClientId()).as("it is still being processed").isEqualTo("secret");
    }

    @Test
    void messageThatWasPublishedMayBeDeliveredAgainAsItIs() {
        BayeuxMessage arrived = messages.carrying("/a", "data");
        arrived.arrivedBy(null, transport);
        arrived.freeze();

        assertThat(messages.outgoing(arrived)).isSameAs(arrived);
    }

    @Test
    void replyIsTiedToItsRequest() {
        BayeuxMessage request = messages.carrying("/a", "data");
        request.setId("7");

        BayeuxMessage reply = messages.replyTo(request);

        assertThat(reply.getChannelId()).isEqualTo(new ChannelId("/a"));
        assertThat(reply.getId()).isEqualTo("7");
        assertThat(reply.getAssociated()).isSameAs(request);
        assertThat(request.getAssociated()).isSameAs(reply);
        assertThat(reply.getData()).isNull();
    }

    @Test
    void replyToAMessageWithoutChannelHasNone() {
        BayeuxMessage reply = messages.replyTo(messages.newMessage());

        assertThat(reply.hasChannel()).isFalse();
    }
}
