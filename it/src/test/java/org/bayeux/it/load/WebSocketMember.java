package org.bayeux.it.load;

import java.nio.ByteBuffer;
import org.bayeux.it.raw.HttpReply;
import org.bayeux.it.raw.RawWebSocket;
import org.bayeux.it.raw.WebSocketFrame;
import org.jspecify.annotations.Nullable;

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
        if (!upgraded) {
            upgraded(HttpReply.take(bytes, false));
        }
        for (WebSocketFrame frame; upgraded && (frame = WebSocketFrame.take(bytes)) != null; ) {
            received(frame);
        }
    }

    private void upgraded(@Nullable HttpReply reply) {
        if (reply == null) {
            return;
        }
        if (reply.status() == 101) {
            upgraded = true;
            handshake();
        } else {
            giveUp("upgrade answered with " + reply.status());
        }
    }

    private void received(WebSocketFrame frame) {
        switch (frame.head()) {
            case WebSocketFrame.TEXT -> messages(frame.text());
            case WebSocketFrame.PING -> link.send(new WebSocketFrame(WebSocketFrame.PONG, frame.payload()).masked());
            case WebSocketFrame.CLOSE -> giveUp("socket closed with " + frame.closeCode());
            default -> giveUp("unexpected frame " + frame.head());
        }
    }

    private void giveUp(String reason) {
        upgraded = false;
        link.close();
        lost(reason);
    }

    @Override
    void send(String messages) {
        link.send(WebSocketFrame.text(messages).masked());
    }
}
