package org.bayeux.websocket;

import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.Connection;
import org.bayeux.wire.MalformedMessageException;
import org.bayeux.wire.Utf8Length;
import org.jspecify.annotations.Nullable;

/**
 * A socket from its opening on: hands the messages that come to the engine, and closes on what cannot be messages.
 *
 * <p>What cannot be read as messages cannot be answered by messages either, since nobody knows which request failed.
 * Clients take the close for a lost connection: they connect again, and their session goes on.
 *
 * <p>Thread-safe; the container calls {@link #onMessage} by one thread at a time.
 */
final class OpenSocket implements MessageHandler.Whole<String> {

    private final Endpoints endpoints;
    private final SocketCloser closer;
    private final SocketOutlet outlet;
    private final Connection connection;
    private final SilenceWatch silence;
    private final AtomicBoolean lost = new AtomicBoolean();

    private OpenSocket(Endpoints endpoints, SocketCloser closer, SocketOutlet outlet, Connection connection) {
        this.endpoints = endpoints;
        this.closer = closer;
        this.outlet = outlet;
        this.connection = connection;
        this.silence = new SilenceWatch(
                endpoints.engine().timers(), endpoints.idleTimeout(), connection::isHeld, this::silent);
    }

    /** Connects a session that the container has opened with the engine. */
    static OpenSocket of(Session session, Endpoints endpoints) {
        // Counts characters or bytes, as the server likes: bytes is the larger number, and we count ourselves.
        session.setMaxTextMessageBufferSize(endpoints.maxMessageSize());
        SocketCloser closer = new SocketCloser(session, endpoints.executor());
        SocketOutlet outlet = new SocketOutlet(
                session.getAsyncRemote()::sendText, closer, endpoints.splitter(), endpoints.executor());
        SocketContext context = SocketContext.of(session);
        Connection connection =
                endpoints.engine().open(ServerConfig.WEBSOCKET, context, outlet, context.givenBrowserId());
        OpenSocket socket = new OpenSocket(endpoints, closer, outlet, connection);
        session.addMessageHandler(String.class, socket);
        session.addMessageHandler(ByteBuffer.class, socket::onBinary);
        socket.silence.start();
        if (!endpoints.sockets().add(closer)) {
            socket.refuse(CloseCodes.GOING_AWAY, "The server stops");
        }
        return socket;
    }

    @Override
    public void onMessage(String text) {
        silence.heard();
        if (!Utf8Length.isWithin(text, endpoints.maxMessageSize())) {
            refuse(CloseCodes.TOO_BIG, "More than " + endpoints.maxMessageSize() + " bytes");
            return;
        }
        try {
            connection.receive(endpoints.engine().codec().parse(text));
        } catch (MalformedMessageException e) {
            refuse(CloseCodes.NOT_CONSISTENT, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            // A bug, or the machine is at its end: told here, since the container might not tell, or might tell the
            // client.
            WebSocketLog.messageFailed(e);
            refuse(CloseCodes.UNEXPECTED_CONDITION, "The server failed");
        }
    }

    private void onBinary(ByteBuffer part, boolean last) {
        refuse(CloseCodes.CANNOT_ACCEPT, "Messages come as text");
    }

    /** The socket has been closed, by whom- and for whatever reason. */
    void closed(@Nullable Throwable cause) {
        endpoints.sockets().remove(closer);
        end(cause);
    }

    private void silent() {
        refuse(CloseCodes.GOING_AWAY, "Nothing came for too long");
    }

    private void refuse(CloseCode code, String reason) {
        // Not when the container reports the close: it may wait for the client to agree.
        end(null);
        closer.close(code, reason);
    }

    private void end(@Nullable Throwable cause) {
        if (lost.compareAndSet(false, true)) {
            silence.end();
            outlet.end(cause == null ? new EOFException("The WebSocket is closed") : cause);
            connection.lost(cause);
        }
    }
}
