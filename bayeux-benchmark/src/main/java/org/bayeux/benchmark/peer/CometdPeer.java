package org.bayeux.benchmark.peer;

import jakarta.servlet.ServletException;
import java.util.Map;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerChannel;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.JacksonJSONContextServer;
import org.cometd.server.ext.AcknowledgedMessagesExtension;
import org.cometd.server.http.JSONHttpTransport;
import org.cometd.server.http.jakarta.CometDServlet;
import org.cometd.server.websocket.jetty.JettyWebSocketTransport;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Context;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** Starts the peer as its manual says, with the same service as ours. */
public final class CometdPeer {

    private static final String ECHO = "/service/bench/echo";

    private CometdPeer() {}

    /**
     * Runs until the process is ended.
     *
     * @param options the port, what {@code ws.messagesPerFrame} is to be, and Jetty's {@code headerCacheSize}
     */
    public static void main(String[] options) throws Exception {
        Server server = new Server();
        HttpConfiguration http = new HttpConfiguration();
        http.setHeaderCacheSize(Integer.parseInt(options[2]));
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(options[0]));
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/bench");
        context.insertHandler(WebSocketUpgradeHandler.from(server, context));
        context.addServlet(servlet(context, Map.of("ws.messagesPerFrame", options[1])), "/cometd/*");
        server.setHandler(context);
        server.start();
        server.join();
    }

    private static ServletHolder servlet(ServletContextHandler context, Map<String, String> parameters) {
        ServletHolder holder = new ServletHolder(new PeerServlet(context));
        holder.setInitParameters(parameters);
        holder.setInitParameter("jsonContext", JacksonJSONContextServer.class.getName());
        holder.setInitParameter("ws.cometdURLMapping", "/cometd/*");
        holder.setAsyncSupported(true);
        holder.setInitOrder(1);
        return holder;
    }

    /** Hands Jetty's context to the transports, and adds the service. */
    private static final class PeerServlet extends CometDServlet {

        private final transient ServletContextHandler context;

        PeerServlet(ServletContextHandler context) {
            this.context = context;
        }

        @Override
        protected BayeuxServer newBayeuxServer() {
            BayeuxServerImpl bayeux = new BayeuxServerImpl();
            bayeux.setOption(Context.class.getName(), context.getContext());
            bayeux.setTransports(new JettyWebSocketTransport(bayeux), new JSONHttpTransport(bayeux));
            return bayeux;
        }

        @Override
        public void init() throws ServletException {
            super.init();
            BayeuxServer bayeux = getBayeuxServer();
            bayeux.addExtension(new AcknowledgedMessagesExtension());
            bayeux.createChannelIfAbsent(ECHO, channel -> channel.setPersistent(true))
                    .getReference()
                    .addListener(new Echo());
        }
    }

    /** Sends the data back to the caller. */
    private static final class Echo implements ServerChannel.MessageListener {

        @Override
        public boolean onMessage(ServerSession caller, ServerChannel channel, ServerMessage.Mutable message) {
            caller.deliver(caller, ECHO, message.getData(), Promise.noop());
            return true;
        }
    }
}
