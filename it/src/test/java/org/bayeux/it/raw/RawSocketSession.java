package org.bayeux.it.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A Bayeux session over WebSocket whose frames the test writes itself.
 *
 * <p>Confined to one thread.
 */
public final class RawSocketSession implements AutoCloseable {

    private final URI url;
    private final String id;
    private final Deque<JsonObject> received = new ArrayDeque<>();
    private RawWebSocket socket;

    private RawSocketSession(URI url, RawWebSocket socket, String id) {
        this.url = url;
        this.socket = socket;
        this.id = id;
    }

    /** Shakes hands on a new socket, upgraded with those header lines. */
    public static RawSocketSession handshake(URI url, String... headers) {
        RawWebSocket socket = RawWebSocket.open(url, headers);
        socket.send("""
                [{"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["websocket"]}]""");
        JsonObject reply = parse(socket.text()).get(0);
        if (!reply.getBoolean("successful")) {
            throw new IllegalStateException("handshake refused: " + reply);
        }
        return new RawSocketSession(url, socket, reply.getString("clientId"));
    }

    /** The id that the server gave. */
    public String id() {
        return id;
    }

    /** The socket in use. */
    public RawWebSocket socket() {
        return socket;
    }

    /** Puts the session's id where {@link RawSession#ID} stands. */
    public String withId(String text) {
        return text.replace(RawSession.ID, id);
    }

    /** Puts the session's id where {@link RawSession#ID} stands, and leaves all other bytes as they are. */
    public byte[] withId(byte[] bytes) {
        return withId(new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1);
    }

    /** Subscribes; the server must agree. */
    public void subscribe(String channel) {
        socket.send(withId("""
                [{"channel":"/meta/subscribe","clientId":"%ID%","subscription":\"""" + channel + "\"}]"));
        if (!next().getBoolean("successful")) {
            throw new IllegalStateException("subscription refused");
        }
    }

    /** Goes on over a new socket, as a client does that lost the old one, and has the server answer a connect. */
    public void reconnect() {
        socket.close();
        received.clear();
        socket = RawWebSocket.open(url);
        socket.send(withId("""
                [{"channel":"/meta/connect","clientId":"%ID%","connectionType":"websocket","advice":{"timeout":0}}]"""));
        if (!next().getBoolean("successful")) {
            throw new IllegalStateException("the session is lost");
        }
    }

    /** Waits for the next message. */
    public JsonObject next() {
        while (received.isEmpty()) {
            received.addAll(parse(socket.text()));
        }
        return received.remove();
    }

    /** Waits for the next message on {@code channel} and returns its string data. */
    public String next(String channel) {
        JsonObject message = next();
        while (!message.getString("channel").equals(channel) || !message.containsKey("data")) {
            message = next();
        }
        return message.getString("data");
    }

    @Override
    public void close() {
        socket.close();
    }

    private static List<JsonObject> parse(String text) {
        return Json.createReader(new StringReader(text)).readArray().getValuesAs(JsonObject.class);
    }
}
