package org.bayeux.jaxrs;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.bayeux.server.config.CookieConfig;
import org.bayeux.server.spi.Batch;
import org.jspecify.annotations.Nullable;

/** Makes responses: byte arrays with an explicit type, so that no writer of JSON or of text takes part. */
final class Answers {

    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");
    private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");

    private Answers() {}

    static Response of(Batch batch, CookieConfig cookie) {
        Response.ResponseBuilder answer = guarded(Response.ok(batch.utf8(), JSON));
        // A raw header: NewCookie cannot say all that the configuration can.
        batch.newBrowserId().ifPresent(id -> answer.header(HttpHeaders.SET_COOKIE, cookie.header(id)));
        return answer.build();
    }

    static Response refusal(Refused refused) {
        return refusal(refused.status().getStatusCode(), refused.reason(), null);
    }

    /** Keeps the status of what the JAX-RS implementation would answer, and which methods are allowed. */
    static Response refusal(Response refused) {
        return refusal(
                refused.getStatus(),
                refused.getStatusInfo().getReasonPhrase(),
                refused.getHeaderString(HttpHeaders.ALLOW));
    }

    private static Response refusal(int status, String reason, @Nullable String allow) {
        byte[] body = (reason + '\n').getBytes(StandardCharsets.UTF_8);
        return guarded(Response.status(status).entity(body).type(TEXT))
                .header(HttpHeaders.ALLOW, allow)
                .build();
    }

    /** Neither stored by anybody on the way, nor taken by a browser for anything but what it is. */
    private static Response.ResponseBuilder guarded(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").header("X-Content-Type-Options", "nosniff");
    }
}
