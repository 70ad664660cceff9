package org.bayeux.http;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.cdi.spi.SecurityHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The servlet at the path of the server and all below it. Clients may append the kind of the message to the path, such as
 * {@code /connect}, or anything else: it means nothing to the server, but something to balancers and logs.
 *
 * <p>What is held is answered before the servlet goes: containers destroy the servlets of a web application that stops
 * before they tell anybody else, and then nothing could be written any more.
 *
 * <p>Thread-safe: {@code reception} is written when the transport starts and stops, read by each request.
 */
final class BayeuxServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private transient volatile @Nullable Reception reception;

    /** From now on requests arrive there, or are answered with 503 if it is {@code null}. */
    void deliverTo(@Nullable Reception target) {
        reception = target;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.set(response);
        Reception running = reception;
        if (running == null) {
            Answer answer = Answer.of(Refused.notRunning());
            answer.writeHead(response);
            answer.writeBody(response);
        } else {
            running.receive(request, response);
        }
    }

    @Override
    public void destroy() {
        // Null if the application failed to start before its servlets were initialized.
        ServletConfig config = getServletConfig();
        if (config != null
                && config.getServletContext().getAttribute(BayeuxApplication.ATTRIBUTE)
                        instanceof BayeuxApplication application) {
            application.stop();
        }
    }
}
