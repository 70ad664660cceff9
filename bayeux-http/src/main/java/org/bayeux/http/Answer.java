package org.bayeux.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bayeux.server.config.CookieConfig;
import org.bayeux.server.spi.Batch;
import org.jspecify.annotations.Nullable;

/** What a client is told: status, a few headers, and a body of known length. Immutable. */
final class Answer {

    private static final String JSON = "application/json;charset=UTF-8";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final Body NOTHING = Body.of(new byte[0]);

    private final int status;
    private final @Nullable String type;
    private final Body body;
    private final @Nullable Header more;

    private Answer(int status, @Nullable String type, Body body, @Nullable Header more) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.more = more;
    }

    /**
     * Messages, as plain JSON or handed to a callback.
     *
     * @param overTls whether they leave over TLS
     */
    static Answer of(Batch batch, CookieConfig cookie, boolean overTls, @Nullable Callback callback) {
        // A raw header: jakarta.servlet.http.Cookie cannot say all that the configuration can.
        Header newCookie = batch.newBrowserId()
                .map(id -> new Header("Set-Cookie", cookie.header(id, overTls)))
                .orElse(null);
        return callback == null
                ? new Answer(HttpServletResponse.SC_OK, JSON, Body.of(batch.messages()), newCookie)
                : new Answer(HttpServletResponse.SC_OK, SCRIPT, Body.of(callback.scriptOf(batch.text())), newCookie);
    }

    static Answer of(Refused refused) {
        Body reason = Body.of((refused.reason() + '\n').getBytes(StandardCharsets.UTF_8));
        String allow = refused.allow();
        return new Answer(refused.status(), TEXT, reason, allow == null ? null : new Header("Allow", allow));
    }

    /** Only a status. */
    static Answer bare(int status) {
        return new Answer(status, null, NOTHING, null);
    }

    Body body() {
        return body;
    }

    /** Sends all but the body. */
    void writeHead(HttpServletResponse response) {
        response.setStatus(status);
        if (type != null) {
            response.setContentType(type);
        }
        if (more != null) {
            response.addHeader(more.name(), more.value());
        }
        if (status != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentLength(body.length());
        }
    }

    /** Sends the body, on this thread. */
    void writeBody(HttpServletResponse response) throws IOException {
        body.writeTo(response.getOutputStream());
    }

    private record Header(String name, String value) {}
}
