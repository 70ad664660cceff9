package org.bayeux.server.stress;

import java.util.List;
import org.bayeux.api.Channel;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.Connection;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.wire.BayeuxMessage;

/** A client of which several threads may send at once. Thread-safe: all it has is its id and its browser. */
public final class Peer {

    private final BayeuxEngine engine;
    private final Browser browser;
    private final String transport;
    private final ServerSession session;

    private Peer(BayeuxEngine engine, Browser browser, String transport, ServerSession session) {
        this.engine = engine;
        this.browser = browser;
        this.transport = transport;
        this.session = session;
    }

    /** Has shaken hands and got its first advice by long-polling; no connect is held. */
    public static Peer polling(InMemoryServer server, Browser browser) {
        BayeuxEngine engine = server.engine();
        Wire response = Wire.response();
        BayeuxMessage handshake = engine.codec().newMessage();
        handshake.setChannel(Channel.META_HANDSHAKE);
        Connection connection = engine.open(ServerConfig.LONG_POLLING, browser.context(), response);
        connection.receive(List.of(handshake));
        Peer peer = new Peer(engine, browser, ServerConfig.LONG_POLLING, sessionIn(server, response));
        peer.connect();
        return peer;
    }

    /** The same by a socket that has gone since. */
    public static Peer socket(InMemoryServer server) {
        Browser browser = new Browser();
        BayeuxEngine engine = server.engine();
        Wire socket = Wire.socket();
        BayeuxMessage handshake = engine.codec().newMessage();
        handshake.setChannel(Channel.META_HANDSHAKE);
        Connection connection = engine.open(ServerConfig.WEBSOCKET, browser.context(), socket);
        connection.receive(List.of(handshake));
        Peer peer = new Peer(engine, browser, ServerConfig.WEBSOCKET, sessionIn(server, socket));
        connection.receive(List.of(peer.message(Channel.META_CONNECT)));
        connection.lost(null);
        return peer;
    }

    public ServerSession session() {
        return session;
    }

    public Connection open(Wire wire) {
        return engine.open(transport, browser.context(), wire);
    }

    /** Sends a connect in a request of its own. */
    public Wire connect() {
        return send(Channel.META_CONNECT);
    }

    /** Sends a disconnect in a request of its own. */
    public Wire disconnect() {
        return send(Channel.META_DISCONNECT);
    }

    public BayeuxMessage message(String channel) {
        BayeuxMessage message = engine.codec().newMessage();
        message.setChannel(channel);
        message.setClientId(session.getId());
        return message;
    }

    private Wire send(String channel) {
        Wire response = Wire.response();
        open(response).receive(List.of(message(channel)));
        return response;
    }

    private static ServerSession sessionIn(InMemoryServer server, Wire answered) {
        String id = answered.batches().get(0).get(0).getClientId();
        ServerSession session = id == null ? null : server.bayeux().getSession(id);
        if (session == null) {
            throw new AssertionError("the handshake failed: " + answered.batches());
        }
        return session;
    }
}
