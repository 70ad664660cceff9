package org.bayeux.server.service;

import java.util.concurrent.atomic.AtomicBoolean;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.api.Message;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * A client that waits for the answer to one remote call.
 *
 * <p>Clients recognise the answer by the id of their message and by its data, which therefore is always there. Whoever
 * sets {@code answered} first, answers.
 */
final class RemoteCaller implements RemoteCall.Caller {

    private final BayeuxServer server;
    private final ServerSession service;
    private final ServerSession caller;
    private final String channel;
    private final @Nullable String id;
    private final AtomicBoolean answered = new AtomicBoolean();

    RemoteCaller(BayeuxServer server, ServerSession service, ServerSession caller, Message call) {
        this.server = server;
        this.service = service;
        this.caller = caller;
        this.channel = call.getChannel();
        this.id = call.getId();
    }

    @Override
    public ServerSession getServerSession() {
        return caller;
    }

    @Override
    public boolean result(@Nullable Object result) {
        return answer(result, true);
    }

    @Override
    public boolean failure(@Nullable Object failure) {
        return answer(failure, false);
    }

    private boolean answer(@Nullable Object data, boolean successful) {
        ServerMessage.Mutable message = server.newMessage();
        message.setChannel(channel);
        message.setId(id);
        message.setSuccessful(successful);
        // Not setData, which takes the field away if there is no data.
        message.put(Message.DATA_FIELD, data);
        if (!isEncodable(data)) {
            // Fails here, where the service can still answer something else, and not on the way out.
            String unused = message.getJSON();
        }
        if (!caller.isHandshook() || !answered.compareAndSet(false, true)) {
            return false;
        }
        try {
            caller.deliver(service, message);
        } catch (RuntimeException e) {
            // The service has to answer something else.
            answered.set(false);
            throw e;
        }
        return true;
    }

    /** Whether it surely has a JSON form; not all numbers have one. */
    private static boolean isEncodable(@Nullable Object data) {
        return data == null
                || data instanceof String
                || data instanceof Integer
                || data instanceof Long
                || data instanceof Boolean;
    }
}
