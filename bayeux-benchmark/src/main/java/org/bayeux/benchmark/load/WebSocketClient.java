package org.bayeux.benchmark.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A client on a socket of its own. Confined to the reactor's thread. */
final class WebSocketClient extends Client implements Conversation, Pieces {

    private final ReplyScanner scanner = new ReplyScanner(this);
    private final FrameReader frames = new FrameReader(this, this::control);
    private final ResponseReader responses = new ResponseReader(this, this::upgraded);
    private boolean upgraded;
    private @Nullable Link link;

    WebSocketClient(Crowd crowd, Language language, URI endpoint, int[] rooms) {
        super(crowd, language, endpoint, rooms);
    }

    @Override
    void open() {
        link = connect(this);
    }

    @Override
    public void connected() {
        send((request("GET") + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(UTF_8));
    }

    @Override
    public void received(byte[] bytes, int from, int to) {
        int at = from;
        while (!upgraded && at < to) {
            responses.read(bytes, at, at + 1);
            at++;
        }
        frames.read(bytes, at, to);
    }

    @Override
    public void piece(byte[] bytes, int from, int to) {
        if (upgraded) {
            scanner.scan(bytes, from, to);
        }
    }

    @Override
    public void complete() {
        if (upgraded) {
            textEnded();
        }
    }

    @Override
    void say(String text) {
        send(Frames.masked(Frames.TEXT, text.getBytes(UTF_8)));
    }

    @Override
    void sayNow(String text) {
        say(text);
    }

    private void send(byte[] bytes) {
        if (link != null) {
            link.send(bytes);
        }
    }

    private void upgraded(int status, String head, String lowerCase) {
        if (status != 101) {
            giveUp("upgrade answered with " + status);
            return;
        }
        opened();
        upgraded = true;
    }

    private void control(int opcode, byte[] payload) {
        if (opcode == Frames.PING) {
            send(Frames.masked(Frames.PONG, payload));
        } else if (opcode == Frames.CLOSE) {
            int code = payload.length < 2 ? 1005 : (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
            giveUp("socket closed with " + code);
        }
    }

    private void giveUp(String reason) {
        if (link != null) {
            link.close();
        }
        lost(reason);
    }
}
