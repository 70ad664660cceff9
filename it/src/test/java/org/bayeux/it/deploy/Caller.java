package org.bayeux.it.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.stream.Stream;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.raw.RawHttp;
import org.bayeux.it.raw.RawSession;
import org.bayeux.it.raw.RawSocketSession;
import org.bayeux.it.server.TestApplication;

/** A client that is logged in by a header of its requests, on either transport. Confined to one thread. */
interface Caller extends AutoCloseable {

    /** Shakes hands as a user with a role. */
    static Caller of(Connector connector, TestApplication app, String name, String role) {
        String login =
                "Authorization: Basic " + Base64.getEncoder().encodeToString((name + ":" + role).getBytes(UTF_8));
        return connector == Connector.WEBSOCKET
                ? new BySocket(RawSocketSession.handshake(app.bayeuxWebSocket(), login))
                : new ByRequests(app, RawSession.handshake(app.bayeux()), login);
    }

    /** Sends data on a service channel; returns the message that comes back on it. */
    JsonObject ask(String channel, String json);

    /** The data of what comes back, as text. */
    default String answer(String channel, String json) {
        JsonObject reply = ask(channel, json);
        JsonValue data = reply.get("data");
        return data instanceof JsonString text ? text.getString() : String.valueOf(data);
    }

    @Override
    void close();

    private static String message(String channel, String json) {
        return "[{\"channel\":\"" + channel + "\",\"clientId\":\"" + RawSession.ID + "\",\"id\":\"1\",\"data\":" + json
                + "}]";
    }

    /** The reply to what was sent has no data. */
    private static boolean isAnswer(JsonObject message, String channel) {
        return message.getString("channel").equals(channel) && message.containsKey("data");
    }

    record BySocket(RawSocketSession session) implements Caller {

        @Override
        public JsonObject ask(String channel, String json) {
            session.socket().send(session.withId(message(channel, json)));
            return Stream.generate(session::next)
                    .filter(it -> isAnswer(it, channel))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            session.close();
        }
    }

    record ByRequests(TestApplication app, RawSession session, String login) implements Caller {

        @Override
        public JsonObject ask(String channel, String json) {
            byte[] body = session.withId(message(channel, json)).getBytes(UTF_8);
            return RawSession.messages(RawHttp.post(app.bayeux(), "application/json", body, login, session.cookie()))
                    .stream()
                    .filter(it -> isAnswer(it, channel))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {}
    }
}
