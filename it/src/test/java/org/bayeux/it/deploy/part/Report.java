package org.bayeux.it.deploy.part;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bayeux.api.server.BayeuxServer;

/** Says whether the application knows a session or a channel, by its server and by its listeners. */
@WebServlet("/report")
public class Report extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient BayeuxServer server;

    @Inject
    private transient Guests guests;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String session = request.getParameter("session");
        String channel = request.getParameter("channel");
        response.setContentType("text/plain");
        response.getWriter()
                .print("server " + (server.getSession(session) != null) + " listener " + guests.has(session)
                        + " channel " + (server.getChannel(channel) != null));
    }
}
