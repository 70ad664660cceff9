package org.bayeux.it.load;

import java.nio.ByteBuffer;
import org.bayeux.it.raw.HttpReply;
import org.bayeux.it.raw.RawWebSocket;
import org.bayeux.it.raw.WebSocketFrame;

/** A client on a socket of its own. */
final class WebSocketMember extends Member {

    private boolean upgraded;
    private Link link;

    WebSocketMember(Crowd crowd) {
        super(crowd, "websocket");
    }

    @Override
    public void connected(Link link) {
        this.link = link;
        link.send(RawWebSocket.upgrade(crowd().url()));
    }

    @Override
    public void received(ByteBuffer bytes) {
        if (!upgraded && HttpReply.take(bytes, false) != null) {
            upgraded = true;
            handshake();
        }
        for (WebSocketFrame frame; upgraded && (frame = WebSocketFrame.take(bytes)) != null; ) {
            if (frame.head() == WebSocketFrame.TEXT) {
                messages(frame.text());
            } else if (frame.head() == WebSocketFrame.PING) {
                link.send(new WebSocketFrame(WebSocketFrame.PONG, frame.payload()).masked());
            }
        }
    }

    @Override
    void send(String messages) {
        link.send(WebSocketFrame.text(messages).masked());
    }
}
