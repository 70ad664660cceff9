package org.bayeux.it.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * One client of a crowd: shakes hands, subscribes, connects for ever.
 *
 * <p>Confined to the reactor's thread. Subclasses know how messages travel.
 */
abstract class Member implements Conversation {

    private final Crowd crowd;
    private final String connectionType;
    private final List<String> inbox = new ArrayList<>();
    private String clientId = "";
    private int connects;

    Member(Crowd crowd, String connectionType) {
        this.crowd = crowd;
        this.connectionType = connectionType;
    }

    @Override
    public final void lost(String reason) {
        crowd.memberLost(reason);
    }

    final List<String> inbox() {
        return inbox;
    }

    final Crowd crowd() {
        return crowd;
    }

    /** Sends an array of messages. */
    abstract void send(String messages);

    final void handshake() {
        send("[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\",\"supportedConnectionTypes\":[\"" + connectionType
                + "\"]}]");
    }

    final void messages(String array) {
        for (JsonObject message :
                Json.createReader(new StringReader(array)).readArray().getValuesAs(JsonObject.class)) {
            message(message);
        }
    }

    private void message(JsonObject message) {
        String channel = message.getString("channel");
        switch (channel) {
            case "/meta/handshake" -> {
                clientId = message.getString("clientId");
                send("[{\"channel\":\"/meta/subscribe\",\"clientId\":\"" + clientId + "\",\"subscription\":\""
                        + crowd.channel() + "\"}]");
            }
            case "/meta/subscribe" -> connect();
            case "/meta/connect" -> {
                connect();
                // The first connect is answered at once, the second one is held.
                if (connects == 2) {
                    crowd.memberSettled();
                }
            }
            default -> {
                inbox.add(message.getString("data"));
                crowd.memberReceived();
            }
        }
    }

    private void connect() {
        connects++;
        send("[{\"channel\":\"/meta/connect\",\"clientId\":\"" + clientId + "\",\"connectionType\":\"" + connectionType
                + "\"}]");
    }
}
