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
import org.jspecify.annotations.Nullable;

/**
 * A socket from its opening on: hands the messages that come to the engine, and closes on what cannot be messages.
 *
 * <p>What cannot be read as messages cannot be answered by messages either, since nobody knows which request failed.
 * Clients take the close for a lost connection: they connect again, and their session goes on.
 *
 * <p>Thread-safe; the container hands over messages by one thread at a time.
 */
final class OpenSocket {

    private final Endpoints endpoints;
    private final SocketCloser closer;
    private final SocketOutlet outlet;
    private final Connection connection;
    private final SilenceWatch silence;
    private final TextParts parts;
    private final AtomicBoolean lost = new AtomicBoolean();

    private OpenSocket(Endpoints endpoints, SocketCloser closer, SocketOutlet outlet, Connection connection) {
        this.endpoints = endpoints;
        this.closer = closer;
        this.outlet = outlet;
        this.connection = connection;
        this.parts = new TextParts(endpoints.maxMessageSize());
        this.silence = new SilenceWatch(
                endpoints.engine().timers(), endpoints.idleTimeout(), connection::isHeld, this::silent);
    }

    /** Connects a session that the container has opened with the engine. */
    static OpenSocket of(Session session, Endpoints endpoints) {
        // Counts characters or bytes, as the server likes: bytes is the larger number, and we count ourselves.
        session.setMaxTextMessageBufferSize(endpoints.maxMessageSize());
        TyrusIdleTimer.disable(session);
        SocketCloser closer = new SocketCloser(session, endpoints.closings());
        SocketOutlet outlet = new SocketOutlet(
                session.getAsyncRemote()::sendText, closer, endpoints.splitter(), endpoints.executor());
        SocketContext context = SocketContext.of(session);
        Connection connection =
                endpoints.engine().open(ServerConfig.WEBSOCKET, context, outlet, context.givenBrowserId());
        OpenSocket socket = new OpenSocket(endpoints, closer, outlet, connection);
        socket.addTextHandlerTo(session);
        session.addMessageHandler(ByteBuffer.class, socket::onBinary);
        socket.silence.start();
        if (!endpoints.sockets().add(closer)) {
            socket.refuse(CloseCodes.GOING_AWAY, "The server stops");
        }
        return socket;
    }

    /**
     * Undertow takes fragments for ever unless they are handed over as they come. Elsewhere whole messages are right: Open
     * Liberty refuses fragments that part a character if it hands them over as they come.
     */
    private void addTextHandlerTo(Session session) {
        if (session.getContainer().getClass().getName().startsWith("io.undertow.")) {
            session.addMessageHandler(String.class, (MessageHandler.Partial<String>) this::onText);
        } else {
            session.addMessageHandler(String.class, (MessageHandler.Whole<String>) text -> onText(text, true));
        }
    }

    private void onText(String part, boolean last) {
        silence.heard();
        if (lost.get()) {
            // More of what was refused, or on its way when the socket closed.
            parts.clear();
        } else if (!parts.hasRoomFor(part)) {
            refuse(CloseCodes.TOO_BIG, "More than " + endpoints.maxMessageSize() + " bytes");
        } else if (last) {
            receive(parts.complete(part));
        } else {
            parts.keep(part);
        }
    }

    private void receive(String text) {
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
