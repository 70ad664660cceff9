package org.bayeux.it.migrated;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.server.ext.TimestampExtension;

/** Finds the server in the servlet context and configures it. */
@WebServlet(name = "configuration", urlPatterns = "/configuration", loadOnStartup = 1)
public final class ConfigurationServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    public void init() throws ServletException {
        if (!(getServletContext().getAttribute(BayeuxServer.ATTRIBUTE) instanceof BayeuxServer bayeux)) {
            throw new ServletException("the server is not in the servlet context");
        }
        new EchoService(bayeux);
        bayeux.addExtension(new TimestampExtension());
    }
}
