package org.bayeux.benchmark.oort;

import org.cometd.common.JacksonJSONContextClient;
import org.cometd.oort.OortStaticConfigServlet;
import org.cometd.server.CometDServlet;
import org.cometd.server.JacksonJSONContextServer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;

/**
 * Starts one node of the peer's cluster as its manual says: the static configuration, WebSockets between the nodes, which
 * acknowledge what they get, and Jackson for all.
 */
public final class OortPeer {

    private static final String HOST = "127.0.0.1";

    private OortPeer() {}

    /**
     * Runs until the process is ended.
     *
     * @param options the port, what {@code ws.messagesPerFrame} is to be, the channels that cross, and the URLs of the nodes
     *     that run already, separated by commas, if there are any
     */
    public static void main(String[] options) throws Exception {
        String port = options[0];
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(HOST);
        connector.setPort(Integer.parseInt(port));
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(server, "/bench");
        JakartaWebSocketServletContainerInitializer.configure(context, null);
        context.addServlet(bayeux(options[1]), "/cometd/*");
        ServletHolder oort = oort("http://" + HOST + ':' + port + "/bench/cometd", options[2]);
        if (options.length > 3) {
            oort.setInitParameter("oort.cloud", options[3]);
        }
        context.addServlet(oort, "/oort");
        server.start();
        server.join();
    }

    private static ServletHolder bayeux(String messagesPerFrame) {
        ServletHolder holder = new ServletHolder(CometDServlet.class);
        holder.setInitParameter("jsonContext", JacksonJSONContextServer.class.getName());
        holder.setInitParameter("ws.cometdURLMapping", "/cometd/*");
        holder.setInitParameter("ws.messagesPerFrame", messagesPerFrame);
        holder.setAsyncSupported(true);
        holder.setInitOrder(1);
        return holder;
    }

    private static ServletHolder oort(String url, String channels) {
        ServletHolder holder = new ServletHolder(OortStaticConfigServlet.class);
        holder.setInitParameter("oort.url", url);
        holder.setInitParameter("oort.secret", "bench");
        holder.setInitParameter("oort.channels", channels);
        holder.setInitParameter("enableAckExtension", "true");
        holder.setInitParameter("jsonContext", JacksonJSONContextClient.class.getName());
        holder.setInitOrder(2);
        return holder;
    }
}
