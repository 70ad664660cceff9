package org.bayeux.it.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.util.List;

/**
 * A Bayeux session over HTTP whose requests the test writes itself.
 *
 * <p>Confined to one thread.
 */
public final class RawSession {

    /** Stands for the session's id in the text of requests. */
    public static final String ID = "%ID%";

    private final URI url;
    private final String id;
    private final String cookie;

    private RawSession(URI url, String id, String cookie) {
        this.url = url;
        this.id = id;
        this.cookie = cookie;
    }

    /** Shakes hands as a browser that has no cookie yet. */
    public static RawSession handshake(URI url) {
        HttpReply reply = RawHttp.post(url, "application/json", """
                [{"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["long-polling"]}]""");
        JsonObject handshake = messages(reply).get(0);
        if (!handshake.getBoolean("successful")) {
            throw new IllegalStateException("handshake refused: " + handshake);
        }
        String cookie = reply.header("Set-Cookie").orElse("none=none").split(";")[0];
        RawSession session = new RawSession(url, handshake.getString("clientId"), cookie);
        // The first connect is answered at once with advice; later ones are held.
        session.poll();
        return session;
    }

    /** The messages of a response. */
    public static List<JsonObject> messages(HttpReply reply) {
        if (reply.status() != 200) {
            throw new IllegalStateException("expected messages, got " + reply);
        }
        JsonArray array = Json.createReader(new StringReader(reply.body())).readArray();
        return array.getValuesAs(JsonObject.class);
    }

    /** The id that the server gave. */
    public String id() {
        return id;
    }

    /** The header line that carries this session's cookie. */
    public String cookie() {
        return "Cookie: " + cookie;
    }

    /** Posts to the server with this session's cookie, on a connection of its own. */
    public HttpReply post(String contentType, byte[] body) {
        return RawHttp.post(url, contentType, body, cookie());
    }

    /** Posts JSON in which {@link #ID} stands for the session's id. */
    public HttpReply post(String json) {
        return post("application/json", withId(json).getBytes(UTF_8));
    }

    /** Puts the session's id where {@link #ID} stands. */
    public String withId(String text) {
        return text.replace(ID, id);
    }

    /** Puts the session's id where {@link #ID} stands, and leaves all other bytes as they are. */
    public byte[] withId(byte[] bytes) {
        return withId(new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1);
    }

    /** Subscribes; the server must agree. */
    public void subscribe(String channel) {
        HttpReply reply = post("""
                [{"channel":"/meta/subscribe","clientId":"%s","subscription":"%s"}]""".formatted(id, channel));
        if (!messages(reply).get(0).getBoolean("successful")) {
            throw new IllegalStateException("subscription refused: " + reply);
        }
    }

    /** Asks for what waits on the server, without being held. */
    public List<JsonObject> poll() {
        return messages(post("""
                [{"channel":"/meta/connect","clientId":"%s","connectionType":"long-polling","advice":{"timeout":0}}]""".formatted(id)));
    }

    /** The string data of the messages on {@code channel} that wait on the server. */
    public List<String> poll(String channel) {
        return poll().stream()
                .filter(message -> message.getString("channel").equals(channel))
                .map(message -> message.getString("data"))
                .toList();
    }
}
