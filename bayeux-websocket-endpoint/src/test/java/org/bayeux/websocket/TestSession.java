package org.bayeux.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A session of a container, in the parts that the endpoint uses. */
@SuppressWarnings("unused") // called by Stub
final class TestSession {

    final TestSocket socket = new TestSocket();
    final Map<String, Object> userProperties = new HashMap<>();
    final List<CloseReason> closes = new ArrayList<>();
    MessageHandler.Whole<String> text;
    MessageHandler.Partial<String> textInParts;
    WebSocketContainer container = Stub.of(WebSocketContainer.class, this);
    MessageHandler.Partial<ByteBuffer> binary;
    Long idleTimeout;
    int bufferSize;
    Runnable duringOpen = () -> {};

    Session session() {
        return Stub.of(Session.class, this);
    }

    int closeCode() {
        return closes.get(0).getCloseCode().getCode();
    }

    public String getId() {
        return "7";
    }

    public boolean isOpen() {
        return closes.isEmpty();
    }

    public Map<String, Object> getUserProperties() {
        return userProperties;
    }

    public void setMaxIdleTimeout(long millis) {
        idleTimeout = millis;
    }

    public void setMaxTextMessageBufferSize(int size) {
        bufferSize = size;
    }

    public WebSocketContainer getContainer() {
        return container;
    }

    public <T> void addMessageHandler(Class<T> type, MessageHandler.Whole<T> handler) {
        @SuppressWarnings("unchecked")
        MessageHandler.Whole<String> ofText = (MessageHandler.Whole<String>) handler;
        text = ofText;
        duringOpen.run();
    }

    public <T> void addMessageHandler(Class<T> type, MessageHandler.Partial<T> handler) {
        if (type == String.class) {
            @SuppressWarnings("unchecked")
            MessageHandler.Partial<String> ofText = (MessageHandler.Partial<String>) handler;
            textInParts = ofText;
        } else {
            @SuppressWarnings("unchecked")
            MessageHandler.Partial<ByteBuffer> ofBytes = (MessageHandler.Partial<ByteBuffer>) handler;
            binary = ofBytes;
        }
    }

    public RemoteEndpoint.Async getAsyncRemote() {
        return Stub.of(RemoteEndpoint.Async.class, new Object() {
            public void sendText(String frame, SendHandler completion) {
                socket.send(frame, completion);
            }
        });
    }

    public void close(CloseReason reason) {
        closes.add(reason);
    }
}
