package org.bayeux.examples.chat;

import jakarta.inject.Inject;
import java.util.Optional;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * The rooms. A browser joins one in a single batch: remote call {@code join/{room}}, subscriptions to
 * {@code /chat/{room}} and {@code /members/{room}}, which {@link ChatRules} now grants, and then remote call
 * {@code room/{room}}, which tells what happened before the subscriptions.
 */
@Service("rooms")
public class RoomService {

    @Inject
    private BayeuxServer bayeux;

    @Inject
    private Chat chat;

    @Inject
    private MemberNews news;

    /** Remote call {@code rooms}: all rooms, as {@link RoomSummary}s. */
    @RemoteCall("rooms")
    public void rooms(RemoteCall.Caller caller, @Nullable Object data) {
        caller.result(chat.rooms());
    }

    /** Remote call {@code room/{room}}: its members and its last lines, as a {@link RoomView}. */
    @RemoteCall("room/{room}")
    public void view(RemoteCall.Caller caller, @Nullable Object data, @Param("room") String room) {
        try {
            caller.result(chat.view(caller.getServerSession().getId(), room));
        } catch (Refusal refusal) {
            caller.failure(refusal.reason());
        }
    }

    /** Remote call {@code join/{room}}: makes the caller a member, and tells its {@link Members}. */
    @RemoteCall("join/{room}")
    public void join(RemoteCall.Caller caller, @Nullable Object data, @Param("room") String room) {
        try {
            Members members = chat.join(caller.getServerSession().getId(), room);
            news.publish(members);
            caller.result(members);
        } catch (Refusal refusal) {
            caller.failure(refusal.reason());
        }
    }

    /** Remote call {@code leave/{room}}: ends the membership of the caller, and tells whether there was one. */
    @RemoteCall("leave/{room}")
    public void leave(RemoteCall.Caller caller, @Nullable Object data, @Param("room") String room) {
        ServerSession session = caller.getServerSession();
        // Rules are asked when a subscription begins, so it has to end with the membership.
        unsubscribe(session, "/chat/" + room);
        unsubscribe(session, "/members/" + room);
        Optional<Members> left = chat.leave(session.getId(), room);
        left.ifPresent(news::publish);
        caller.result(left.isPresent());
    }

    /**
     * Turns what a member says, {@code {text}}, into a {@link Line}: the name in it is the one that the server knows.
     * What comes from another server is a line already.
     *
     * @param from null if the message comes from another server: browsers cannot send such messages
     * @return false, which answers the sender with an error and tells nobody else, if the text is not acceptable
     */
    @Listener("/chat/{room}")
    public boolean say(@Nullable ServerSession from, ServerMessage.Mutable message, @Param("room") String room) {
        try {
            if (from == null) {
                chat.keep(room, Line.of(message.getData()));
                return true;
            }
            message.setData(chat.say(from.getId(), room, Input.field(message.getData(), "text")));
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private void unsubscribe(ServerSession session, String channelName) {
        ServerChannel channel = bayeux.getChannel(channelName);
        if (channel != null) {
            channel.unsubscribe(session);
        }
    }
}
