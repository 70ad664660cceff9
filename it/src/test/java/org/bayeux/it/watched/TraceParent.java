package org.bayeux.it.watched;

import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSession;

/**
 * Says of each message which trace it is part of. Immutable.
 *
 * @param value as in the header of that name
 */
record TraceParent(String value) implements ClientSession.Extension {

    @Override
    public boolean send(ClientSession session, Message.Mutable message) {
        message.getExt(true).put("traceparent", value);
        return true;
    }
}
