package org.bayeux.jaxrs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;

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

    /** Takes any body; what holds no messages is refused later, in the same way on all servers. */
    @POST
    public void receive(@Context HttpServletRequest request, @Suspended AsyncResponse response) {
        LongPolling.answer(request, response);
    }
}
