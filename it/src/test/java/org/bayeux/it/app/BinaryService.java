package org.bayeux.it.app;

import org.bayeux.annotation.Listener;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.BinaryData;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/** Takes and gives bytes. */
@Service
public class BinaryService {

    /** Answers the bytes the other way round. */
    @RemoteCall("reverse")
    public void reverse(RemoteCall.Caller caller, BinaryData data) {
        byte[] bytes = data.asBytes();
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        caller.result(new BinaryData(reversed, data.isLast(), data.getMetaData()));
    }

    /** Sends as many bytes as asked for: 0, 1, 2 and so on. */
    @Listener("/service/download")
    public void download(ServerSession sender, ServerMessage message) {
        byte[] bytes = new byte[((Number) message.getData()).intValue()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        sender.deliver(null, message.getChannel(), new BinaryData(bytes, true, null));
    }
}
