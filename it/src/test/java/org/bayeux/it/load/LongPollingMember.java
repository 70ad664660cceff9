package org.bayeux.it.load;

import java.nio.ByteBuffer;
import org.bayeux.it.raw.HttpPost;
import org.bayeux.it.raw.HttpReply;

/** A browser of its own: one kept connection, one cookie. */
final class LongPollingMember extends Member {

    private String cookie = "Cookie: none=none";
    private Link link;

    LongPollingMember(Crowd crowd) {
        super(crowd, "long-polling");
    }

    @Override
    public void connected(Link link) {
        this.link = link;
        handshake();
    }

    @Override
    public void received(ByteBuffer bytes) {
        for (HttpReply reply; (reply = HttpReply.take(bytes, false)) != null; ) {
            reply.header("Set-Cookie").ifPresent(value -> cookie = "Cookie: " + value.split(";")[0]);
            messages(reply.body());
        }
    }

    @Override
    void send(String messages) {
        link.send(HttpPost.to(crowd().url())
                .contentType("application/json")
                .headers(cookie)
                .bytes(messages));
    }
}
