package org.bayeux.jaxrs;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Answers what the JAX-RS implementation refuses itself, such as other methods than POST, in a few words: left alone,
 * servers answer with HTML, and some with a stack trace.
 *
 * <p>Stateless.
 */
public final class RefusalMapper implements ExceptionMapper<Throwable> {

    /** Made by the server. */
    public RefusalMapper() {}

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException refusal) {
            return Answers.refusal(refusal.getResponse());
        }
        JaxrsLog.requestFailed(failure);
        return Answers.refusal(Refused.byFailure());
    }
}
