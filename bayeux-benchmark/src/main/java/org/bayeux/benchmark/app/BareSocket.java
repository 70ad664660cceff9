package org.bayeux.benchmark.app;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * The least that repeats messages to rooms over WebSockets: one send at a time, what waits meanwhile leaves together.
 *
 * <p>What Bayeux can reach on a server at best. One instance for each socket; thread-safe.
 */
@ServerEndpoint("/bare-socket")
public class BareSocket {

    private static final BareRooms<BareSocket> ROOMS = new BareRooms<>();

    private final BareQueue queue = new BareQueue();

    @SuppressWarnings("NullAway.Init") // given by the container before anything is received
    private Session session;

    /** A client has connected. */
    @OnOpen
    public void open(Session session) {
        this.session = session;
        send(queue.ready());
    }

    /** A text of {@code BareWords}. */
    @OnMessage(maxMessageSize = 1024 * 1024)
    public void message(String text) {
        switch (text.charAt(0)) {
            case 'H' -> send(queue.offer("{\"clientId\":\"" + session.getId() + "\"}"));
            case 'J' -> {
                ROOMS.join(this, text.substring(text.indexOf(' ') + 1));
                send(queue.offer("\"/meta/connect\""));
            }
            case 'P' -> publish(text);
            default -> {
                // "C": a socket needs no connects.
            }
        }
    }

    /** The client has gone. */
    @OnClose
    public void close() {
        ROOMS.leave(this);
    }

    private static void publish(String text) {
        text.lines().skip(1).forEach(line -> {
            int blank = line.indexOf(' ');
            String body = line.substring(blank + 1);
            ROOMS.eachOf(line.substring(0, blank), member -> member.send(member.queue.offer(body)));
        });
    }

    private void send(@Nullable String text) {
        if (text != null) {
            session.getAsyncRemote().sendText(text, result -> {
                if (result.isOK()) {
                    send(queue.ready());
                }
            });
        }
    }
}
