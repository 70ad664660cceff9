package org.bayeux.server.engine.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.server.engine.message.Messages;
import org.bayeux.server.spi.Outlet;
import org.bayeux.wire.BayeuxMessage;

/** A connect whose reply has the id {@code reply}, and what became of it. Confined to one thread. */
final class TestConnect implements ConnectReply {

    static final String REPLY = "reply";

    private final Messages messages;
    private final List<Release> answers = new ArrayList<>();
    private int freed;

    TestConnect(Messages messages) {
        this.messages = messages;
    }

    ConnectRequest request(Outlet outlet, Duration hold) {
        return new ConnectRequest(outlet, hold, Duration.ZERO, this, () -> freed++);
    }

    @Override
    public BayeuxMessage finish(Release release) {
        answers.add(release);
        BayeuxMessage reply = messages.newMessage();
        reply.setChannel("/meta/connect");
        reply.setId(REPLY);
        reply.freeze();
        return reply;
    }

    /** Why it was answered; more than one entry is a double answer. */
    List<Release> answers() {
        return answers;
    }

    /** How often its connection was given back to its browser. */
    int freed() {
        return freed;
    }
}
