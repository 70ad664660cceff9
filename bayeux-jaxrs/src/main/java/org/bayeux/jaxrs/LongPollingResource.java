package org.bayeux.jaxrs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/**
 * Receives messages by POST at the path of the server. Clients may append the kind of the message, such as
 * {@code /connect}, or anything else: it means nothing to the server, but something to balancers and logs. It is at no path itself: see
 * {@link RootResource}.
 *
 * <p>Stateless. Jersey keeps one instance; others make one for each request, which costs next to nothing.
 */
public class LongPollingResource {

    /** Made by the server. */
    public LongPollingResource() {}

    /** Takes JSON; what is neither JSON nor a form is refused later, in the same way on all servers. */
    @POST
    public void receive(@Context HttpServletRequest request, @Suspended AsyncResponse response) {
        LongPolling.answer(request, response, InputStream.nullInputStream());
    }

    /**
     * Takes a form.
     *
     * @param begin where Jersey puts the first byte back, which it has read before
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public void receiveForm(@Context HttpServletRequest request, @Suspended AsyncResponse response, InputStream begin) {
        LongPolling.answer(request, response, begin);
    }
}
