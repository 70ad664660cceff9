package org.bayeux.cdi.examples;

import java.util.Map;
import org.bayeux.api.Channel;
import org.bayeux.api.Message;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

public class Versioned implements BayeuxServer.Extension { // or ServerSession.Extension

    @Override
    public boolean rcvMeta(ServerSession from, ServerMessage.Mutable message) {
        Map<String, Object> ext = message.getExt();
        if (Channel.META_HANDSHAKE.equals(message.getChannel()) && (ext == null || !"2".equals(ext.get("version")))) {
            message.getAssociated().put(Message.ERROR_FIELD, "400::version_too_old");
            return false;
        }
        return true;
    }
}
