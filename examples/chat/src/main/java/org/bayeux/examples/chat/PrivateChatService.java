package org.bayeux.examples.chat;

import jakarta.inject.Inject;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/**
 * Carries what guests say to each other in private, over a service channel: what is published to it reaches this
 * service only, and what is delivered on it reaches one session only.
 */
@Service("privatechat")
public class PrivateChatService {

    /** Guests say {@code {to, text}} here, and hear {@link PrivateLine}s. */
    static final String CHANNEL = "/service/privatechat";

    @Inject
    private BayeuxServer bayeux;

    @Inject
    private Chat chat;

    @Inject
    private Elsewhere elsewhere;

    @Session
    private LocalSession self;

    /**
     * Delivers a line to the guest it is for, and to its sender as the server wrote it.
     *
     * @return false, which answers the sender with an error, if the line is not acceptable or nobody has that name
     */
    @Listener(CHANNEL)
    public boolean whisper(ServerSession from, ServerMessage message) {
        try {
            Whisper whisper = chat.whisper(
                    from.getId(), Input.field(message.getData(), "to"), Input.field(message.getData(), "text"));
            return deliver(whisper, from);
        } catch (Refusal refusal) {
            return false;
        }
    }

    private boolean deliver(Whisper whisper, ServerSession from) {
        Guest guest = whisper.to();
        if (guest == null) {
            elsewhere.deliver(CHANNEL, whisper.line());
        } else {
            ServerSession to = bayeux.getSession(guest.sessionId());
            if (to == null) {
                return false;
            }
            if (to != from) {
                to.deliver(self, CHANNEL, whisper.line());
            }
        }
        from.deliver(self, CHANNEL, whisper.line());
        return true;
    }
}
