package org.bayeux.examples.chat;

import jakarta.inject.Inject;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.Service;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/**
 * Says who may do what; everything that is not granted here is refused:
 * <ul>
 *   <li>services may be called by anybody, they look after themselves;
 *   <li>members of a room may subscribe and publish to {@code /chat/{room}};
 *   <li>members of a room may subscribe to {@code /members/{room}}, to which only the server publishes.
 * </ul>
 */
@Service("rules")
public class ChatRules {
    private static final ChannelId LINES = new ChannelId("/chat/{room}");
    private static final ChannelId MEMBERS = new ChannelId("/members/{room}");

    @Inject
    private Chat chat;

    /** Puts the rules over all channels. */
    @Configure("/**")
    public void configure(ConfigurableServerChannel channel) {
        channel.addAuthorizer(this::judge);
    }

    private Authorizer.Result judge(
            Authorizer.Operation operation, ChannelId channel, ServerSession session, ServerMessage message) {
        return grants(operation, channel, session) ? Authorizer.Result.grant() : Authorizer.Result.ignore();
    }

    private boolean grants(Authorizer.Operation operation, ChannelId channel, ServerSession session) {
        if (session.isLocalSession() || channel.isService()) {
            return true;
        }
        // A wild channel is granted to nobody, since no room is called "*".
        String room = LINES.bind(channel).get("room");
        if (room != null) {
            return chat.isMember(session.getId(), room);
        }
        room = MEMBERS.bind(channel).get("room");
        return room != null && operation != Authorizer.Operation.PUBLISH && chat.isMember(session.getId(), room);
    }
}
